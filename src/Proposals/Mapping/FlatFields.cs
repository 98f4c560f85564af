using System.Collections.Frozen;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The keys of a record with mappings laid flat: those under a key that holds answers move to the top, those of any other mapping carry its
/// key, as <c>budget › travel</c>, but the <c>name</c> of a thing stands for the thing: <c>creator: {name: Ann, id: 7}</c> is
/// <c>creator: Ann</c> and <c>creator › id: 7</c>. A list of things with names or titles is a list of these, with a list of each other
/// key. Of a value in several languages the first stands for it. A list of mappings with a question and an answer each is read as such.
/// Where the keys would become longer than any form has them, a mapping stays one value.
/// </summary>
internal sealed class FlatFields
{
    private const string NameKey = "name";

    private static readonly string[] NameKeys = [NameKey, "title"];

    /// <summary>How many characters keys may gain in one record.</summary>
    private const long MostPrefixes = 4L << 20;

    /// <summary>How many distinct keys the things of a list may have, for each to become a list of its own.</summary>
    private const int MostColumns = 40;

    /// <summary>Mappings that programming interfaces put around the fields of a record.</summary>
    private static readonly FrozenSet<string> Wrappers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "fields", "attributes", "properties", "node");

    /// <summary>Lists in which programs export what a form asks, whatever they call question and answer.</summary>
    private static readonly FrozenSet<string> FormLists = FrozenSet.Create(
        StringComparer.Ordinal, "fields", "customfields", "form", "formfields", "formdata", "entries", "sections");

    private readonly SchemaKeys _keys;
    private readonly List<SourceEntry> _flat;
    private long _prefixesLeft = MostPrefixes;

    private FlatFields(SchemaKeys keys, int capacity) => (_keys, _flat) = (keys, new List<SourceEntry>(capacity));

    /// <summary>The flat entries.</summary>
    /// <param name="map">What the file has.</param>
    /// <param name="keys">Knows which keys hold answers, and which hold nothing for people.</param>
    public static IReadOnlyList<SourceEntry> Of(SourceMap map, SchemaKeys keys)
    {
        if (map.Entries.All(static entry => IsFlat(entry.Value)))
        {
            return map.Entries;
        }

        var fields = new FlatFields(keys, map.Entries.Count + 8);
        foreach (var entry in map.Entries)
        {
            fields.Add(entry);
        }

        return fields._flat;
    }

    private static bool IsFlat(SourceValue value)
        => value is SourceText text ? text.Links.Count > 0 || LinkedText.OfLinks(text.Text) is null
            : value is SourceList list && list.Items.All(static item => item is SourceText && IsFlat(item));

    /// <summary>Texts that are nothing but links, as the words of these with the addresses behind them.</summary>
    private static SourceValue Linked(SourceValue value) => value switch
    {
        SourceText { Links.Count: 0 } text => LinkedText.OfLinks(text.Text) ?? value,
        SourceList list when !IsFlat(list) => new SourceList([.. list.Items.Select(Linked)]),
        _ => value,
    };

    private void Add(SourceEntry entry)
    {
        if (entry.Value is SourceMap map
            && _keys.FieldOf(entry.Key) is var role and not FieldRole.Noise
            && TryPrefix(entry.Key, map.Entries.Count))
        {
            AddMap(map, entry.Key, isOnTop: role == FieldRole.Nested || (role is null && Wrappers.Contains(entry.Key)));
        }
        else if (entry.Value is SourceList { Items.Count: > 0 } list && list.Items.All(static item => item is SourceMap))
        {
            AddMaps([.. list.Items.Cast<SourceMap>()], entry);
        }
        else
        {
            _flat.Add(entry with { Value = Linked(entry.Value) });
        }
    }

    private void AddMap(SourceMap map, string above, bool isOnTop)
    {
        var main = isOnTop || map.Entries.Any(inner => _keys.FieldOf(above + Wording.Below + inner.Key) is not null)
            ? null
            : Translations.MainOf(map);
        foreach (var inner in map.Entries)
        {
            var key = isOnTop ? inner.Key : IsName(inner) || inner.Key == main ? above : above + Wording.Below + inner.Key;
            Add(inner with { Key = key });
        }
    }

    private void AddMaps(SourceMap[] maps, SourceEntry entry)
    {
        var role = _keys.FieldOf(entry.Key);
        if (role == FieldRole.Nested || (role is null && (maps.All(QuestionPairs.IsPair) || AreFields(entry.Key, maps))))
        {
            foreach (var map in maps)
            {
                AddPair(map, entry);
            }
        }
        else if (role != FieldRole.Noise && maps.All(NamedLinks.IsOne))
        {
            _flat.Add(entry with { Value = new SourceList([.. maps.Select(NamedLinks.Read)]) });
        }
        else if (role != FieldRole.Noise
            && NameOf(maps) is { } name
            && Columns(maps, name) is { } columns
            && TryPrefix(entry.Key, columns.Count))
        {
            _flat.AddRange(columns.Select(column => new SourceEntry(
                column.Key == name ? entry.Key : entry.Key + Wording.Below + column.Key, new SourceList(column.Values), entry.Line)));
        }
        else
        {
            _flat.Add(entry);
        }
    }

    /// <summary>Whether a list holds questions and answers by its name, and each of its mappings has a name and a text.</summary>
    private static bool AreFields(string key, SourceMap[] maps)
        => FormLists.Contains(Wording.Normalize(key).Replace(" ", "", StringComparison.Ordinal))
            && Array.TrueForAll(maps, static map => QuestionPairs.Read(map) is not null);

    /// <summary>An answer under its question; what is no such pair is laid flat as any mapping.</summary>
    private void AddPair(SourceMap map, SourceEntry entry)
    {
        if (QuestionPairs.Read(map) is { } pair)
        {
            _flat.Add(pair);
        }
        else
        {
            Add(entry with { Value = map });
        }
    }

    /// <summary>
    /// The values of each key of things in a list, the name first; <see langword="null"/> where they have more keys than things of one kind
    /// do.
    /// </summary>
    private static List<(string Key, List<SourceValue> Values)>? Columns(IEnumerable<SourceMap> maps, string name)
    {
        var columns = new List<(string Key, List<SourceValue> Values)> { (name, []) };
        var entries = maps.SelectMany(static map => map.Entries).SelectMany(Inner);
        foreach (var entry in entries.Where(static entry => entry.Value is not SourceText { Text.Length: 0 }))
        {
            var key = Is(entry, name) ? name : entry.Key;
            var at = columns.FindIndex(column => column.Key == key);
            if (at < 0 && columns.Count == MostColumns)
            {
                return null;
            }

            if (at < 0)
            {
                columns.Add((key, []));
                at = columns.Count - 1;
            }

            columns[at].Values.Add(entry.Value);
        }

        return columns;
    }

    /// <summary>What a thing of a list has in a mapping of its own, each under its key; anything else as it is.</summary>
    private static IEnumerable<SourceEntry> Inner(SourceEntry entry)
        => entry.Value is SourceMap map && map.Entries.All(static inner => inner.Value is SourceText)
            ? map.Entries.Select(inner => inner with { Key = entry.Key + Wording.Below + inner.Key })
            : [entry];

    private static bool IsName(SourceEntry entry) => Is(entry, NameKey);

    private static bool Is(SourceEntry entry, string name)
        => entry.Value is SourceText && entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key that names each of the things: their name, or their title.</summary>
    private static string? NameOf(SourceMap[] maps)
        => NameKeys.FirstOrDefault(name => Array.TrueForAll(maps, map => map.Entries.Any(entry => Is(entry, name))));

    /// <summary>Whether a key may stand before so many others: all together may not become too long.</summary>
    private bool TryPrefix(string key, int keys)
    {
        _prefixesLeft -= (long)key.Length * keys;
        return _prefixesLeft >= 0;
    }
}
