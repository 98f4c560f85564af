using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A mapping of a schema file, read leniently: what is absent is empty, what is wrong is a fault and then absent.</summary>
internal sealed class SchemaNode(SourceMap map, SchemaFaults faults, string name, int line = 1)
{
    /// <summary>Where it stands.</summary>
    public int Line { get; } = line;

    /// <summary>Its keys and values in order.</summary>
    public IEnumerable<(string Key, SourceValue Value)> Entries => map.Entries.Select(static entry => (entry.Key, entry.Value));

    /// <summary>Reports keys that nothing reads, with the nearest that is read, and keys that are there twice, of which one would be lost.</summary>
    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var entry in map.Entries)
        {
            if (!keys.Contains(entry.Key))
            {
                var meant = NearestName.Of(entry.Key, keys.ToArray()) is { } nearest ? $" Did you mean '{nearest}'?" : "";
                faults.Add(entry.Line, $"{name} has the key '{entry.Key}', which means nothing here.{meant} It may have {string.Join(", ", keys!)}.");
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
                faults.Add(entry.Line, $"{name} has the key '{entry.Key}' already in line {lines[entry.Key]}: put both together, or one would be lost.");
            }
        }
    }

    /// <summary>The line of a key.</summary>
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

    /// <summary>A text, or <see langword="null"/>.</summary>
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

    /// <summary>Whether a key has a list.</summary>
    public bool IsList(string key) => Find(key)?.Value is SourceList;

    /// <summary>Whether nothing stands behind a key.</summary>
    public bool IsEmpty(string key) => Find(key)?.Value is SourceText { Text.Length: 0 };

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

        var words = new List<string>();
        foreach (var (word, _) in choices)
        {
            words.Add(word);
        }

        var meant = NearestName.Of(text, words) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        faults.Add(LineOf(key), $"'{key}' is '{text}'; it may be {string.Join(" or ", words)}.{meant}");
        return choices[0].Value;
    }

    private SourceEntry? Find(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}
