using System.Collections.Frozen;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The keys of a record with mappings laid flat: those under a key that holds answers move to the top, those of any other mapping
/// carry its key, as <c>budget › travel</c>, but the <c>name</c> of a thing stands for the thing: <c>creator: {name: Ann, id: 7}</c> is <c>creator: Ann</c> and
/// <c>creator › id: 7</c>. A list of things with names is a list of the names, with a list of each other key. A list of mappings with a question and
/// an answer each is read as such. Where the keys would become longer than any form has them, a mapping stays one value.
/// </summary>
internal static class FlatFields
{
    private const string NameKey = "name";

    /// <summary>How many characters keys may gain in one record.</summary>
    private const long MostPrefixes = 4L << 20;

    /// <summary>How many distinct keys the things of a list may have, for each to become a list of its own.</summary>
    private const int MostColumns = 40;

    /// <summary>Mappings that interfaces put around the fields of a record.</summary>
    private static readonly FrozenSet<string> Wrappers = new[] { "fields", "attributes", "properties", "node" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The flat entries.</summary>
    /// <param name="map">What the file has.</param>
    /// <param name="keys">Knows which keys hold answers, and which hold nothing for people.</param>
    public static IReadOnlyList<SourceEntry> Of(SourceMap map, SchemaKeys keys)
    {
        if (map.Entries.All(static entry => entry.Value is SourceText || IsPlain(entry.Value)))
        {
            return map.Entries;
        }

        var room = MostPrefixes;
        var flat = new List<SourceEntry>(map.Entries.Count + 8);
        foreach (var entry in map.Entries)
        {
            Add(entry, keys, flat, ref room);
        }

        return flat;
    }

    private static bool IsPlain(SourceValue value) => value is SourceList list && list.Items.All(static item => item is SourceText);

    private static void Add(SourceEntry entry, SchemaKeys keys, List<SourceEntry> flat, ref long room)
    {
        switch (entry.Value)
        {
            case SourceMap map when keys.FieldOf(entry.Key) is var role and not FieldRole.Noise && HasRoom(entry.Key, map.Entries.Count, ref room):
                var prefix = role == FieldRole.Nested || (role is null && Wrappers.Contains(entry.Key)) ? "" : entry.Key + " › ";
                foreach (var inner in map.Entries)
                {
                    Add(inner with { Key = prefix.Length > 0 && inner.Value is SourceText && IsName(inner) ? entry.Key : prefix + inner.Key }, keys, flat, ref room);
                }

                break;
            case SourceList { Items.Count: > 0 } list when list.Items.All(static item => item is SourceMap):
                AddMaps(list, entry, keys, flat, ref room);
                break;
            default:
                flat.Add(entry);
                break;
        }
    }

    private static void AddMaps(SourceList list, SourceEntry entry, SchemaKeys keys, List<SourceEntry> flat, ref long room)
    {
        var role = keys.FieldOf(entry.Key);
        var maps = list.Items.Cast<SourceMap>();
        if (role == FieldRole.Nested || (role is null && maps.All(QuestionPairs.IsPair)))
        {
            foreach (var map in maps)
            {
                AddPair(map, entry, keys, flat, ref room);
            }
        }
        else if (role != FieldRole.Noise && maps.All(static map => map.Entries.Any(IsName)) && Columns(maps) is { } columns && HasRoom(entry.Key, columns.Count, ref room))
        {
            flat.AddRange(columns.Select(column => new SourceEntry(column.Key == NameKey ? entry.Key : $"{entry.Key} › {column.Key}", new SourceList(column.Values), entry.Line)));
        }
        else
        {
            flat.Add(entry);
        }
    }

    private static void AddPair(SourceMap map, SourceEntry entry, SchemaKeys keys, List<SourceEntry> flat, ref long room)
    {
        if (QuestionPairs.Read(map, isOfAnswers: true) is { } pair)
        {
            flat.Add(pair);
        }
        else
        {
            Add(entry with { Value = map }, keys, flat, ref room);
        }
    }

    /// <summary>The values of each key of things in a list, the name first; <see langword="null"/> where they have more keys than things of one kind do.</summary>
    private static List<(string Key, List<SourceValue> Values)>? Columns(IEnumerable<SourceMap> maps)
    {
        var columns = new List<(string Key, List<SourceValue> Values)> { (NameKey, []) };
        foreach (var entry in maps.SelectMany(static map => map.Entries).Where(static entry => entry.Value is not SourceText { Text.Length: 0 }))
        {
            var key = IsName(entry) ? NameKey : entry.Key;
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

    private static bool IsName(SourceEntry entry) => entry.Value is SourceText && entry.Key.Equals(NameKey, StringComparison.OrdinalIgnoreCase);

    private static bool HasRoom(string key, int entries, ref long room)
    {
        room -= (long)key.Length * entries;
        return room >= 0;
    }
}
