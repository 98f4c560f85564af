using System.Globalization;
using System.Numerics;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A mapping of a schema file, read leniently: what is absent is empty, what is wrong is a fault and then absent.</summary>
internal sealed class SchemaNode(SourceMap map, SchemaFaults faults, string name, int line = 1)
{
    /// <summary>Where it stands.</summary>
    public int Line { get; } = line;

    /// <summary>Its keys and values in order.</summary>
    public IReadOnlyList<SourceEntry> Entries => map.Entries;

    /// <summary>Reports keys that nothing reads, with the nearest that is read, and keys that are there twice.</summary>
    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var entry in map.Entries)
        {
            if (!keys.Contains(entry.Key))
            {
                var may = $"{Meant(entry.Key, keys.ToArray())} It may have {string.Join(", ", keys!)}.";
                faults.Add(entry.Line, $"{name} has the key '{entry.Key}', which means nothing here.{may}");
            }
        }

        AllowOnce();
    }

    /// <summary>Reports keys that are there twice.</summary>
    public void AllowOnce()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!lines.TryAdd(entry.Key, entry.Line))
            {
                var first = $"{name} has the key '{entry.Key}' already in line {lines[entry.Key]}";
                faults.Add(entry.Line, $"{first}: put both together, or one would be lost.");
            }
        }
    }

    public int? LineOf(string key) => Find(key)?.Line;

    /// <summary>A mapping under a key; empty where there is none.</summary>
    public SchemaNode Child(string key)
    {
        var entry = Find(key);
        switch (entry?.Value)
        {
            case SourceMap child:
                return new SchemaNode(child, faults, $"'{key}'", entry.Value.Line);
            case null or SourceText { Text.Length: 0 }:
                break;
            default:
                faults.Add(entry.Value.Line, $"'{key}' must be a mapping of keys to values.");
                break;
        }

        return new SchemaNode(SourceMap.Empty, faults, $"'{key}'", entry?.Line ?? Line);
    }

    public string? Text(string key)
    {
        var entry = Find(key);
        switch (entry?.Value)
        {
            case SourceText text:
                return text.Text.Length == 0 ? null : text.Text;
            case null:
                return null;
            default:
                faults.Add(entry.Value.Line, $"'{key}' must be a text.");
                return null;
        }
    }

    /// <summary>A mapping of texts to texts; empty where there is none. What is no text is a fault.</summary>
    public IReadOnlyList<(string Key, string Value)> Texts(string key)
    {
        var node = Child(key);
        node.AllowOnce();
        return [.. node.Entries.Select(entry => (entry.Key, node.Text(entry.Key) ?? ""))];
    }

    /// <summary>Keys: one, or a list of them.</summary>
    public IReadOnlyList<KeyPattern> Patterns(string key)
    {
        var entry = Find(key);
        switch (entry?.Value)
        {
            case SourceText text:
                return text.Text.Length == 0 ? [] : [new KeyPattern(text.Text)];
            case SourceList list when list.Items.All(static item => item is SourceText):
                return [.. list.Items.Select(static item => new KeyPattern(((SourceText)item).Text))];
            case null:
                return [];
            default:
                faults.Add(entry.Value.Line, $"'{key}' must be a key, or a list of keys; '*' stands for anything in one.");
                return [];
        }
    }

    public bool IsList(string key) => Find(key)?.Value is SourceList;

    /// <summary>Words: one, or a list of them.</summary>
    public IReadOnlyList<string> Words(string key) => [.. Patterns(key).Select(static pattern => pattern.Text)];

    /// <summary>The items of a list; empty where there is none.</summary>
    public IReadOnlyList<SourceValue> Items(string key)
    {
        var entry = Find(key);
        switch (entry?.Value)
        {
            case SourceList list:
                return list.Items;
            case null or SourceText { Text.Length: 0 }:
                return [];
            default:
                faults.Add(entry.Value.Line, $"'{key}' must be a list.");
                return [];
        }
    }

    /// <summary>One of several words; the first where there is none.</summary>
    public T Choice<T>(string key, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var text = Text(key);
        if (text is null)
        {
            return choices[0].Value;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = Array.ConvertAll(choices.ToArray(), static choice => choice.Word);
        faults.Add(LineOf(key), $"'{key}' is '{text}'; it may be {string.Join(" or ", words)}.{Meant(text, words)}");
        return choices[0].Value;
    }

    /// <summary>A number; where it is none, or is not allowed, that is a fault.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="otherwise">What counts where there is none.</param>
    /// <param name="isAllowed">Whether it may be this number.</param>
    /// <param name="must">What it must be, such as <c>it must be a whole number above 0</c>.</param>
    public T Number<T>(string key, T otherwise, Func<T, bool> isAllowed, string must)
        where T : struct, INumber<T>
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        var style = typeof(T) == typeof(double) ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        if (T.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
        {
            return number;
        }

        faults.Add(LineOf(key), $"'{key}' is '{text}': {must}.");
        return otherwise;
    }

    private static string Meant(string name, IEnumerable<string> known)
        => NearestName.Of(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private SourceEntry? Find(string key) => map.Find(other => other == key);
}
