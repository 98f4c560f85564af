using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The keys of a record with mappings laid flat: those under a key that holds answers move to the top, those of any other mapping
/// carry its key, as <c>budget › travel</c>, but the <c>name</c> of a thing stands for the thing: <c>creator: {name: Ann, id: 7}</c> is <c>creator: Ann</c> and
/// <c>creator › id: 7</c>. A list of mappings with a question and an answer each is read as such. Where the keys would become
/// longer than any form has them, a mapping stays one value.
/// </summary>
internal static class FlatFields
{
    private static readonly string[] QuestionKeys = ["question", "label", "q", "title", "name"];

    /// <summary>How many characters keys may gain in one record.</summary>
    private const long MostPrefixes = 4L << 20;

    private static readonly string[] AnswerKeys = ["answer", "value", "a", "text", "response"];

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
            case SourceMap map when keys.FieldOf(entry.Key) is var role and not FieldRole.Noise && HasRoom(entry.Key, map, ref room):
                var prefix = role == FieldRole.Nested ? "" : entry.Key + " › ";
                foreach (var inner in map.Entries)
                {
                    var isName = prefix.Length > 0 && inner.Value is SourceText && inner.Key.Equals("name", StringComparison.OrdinalIgnoreCase);
                    Add(inner with { Key = isName ? entry.Key : prefix + inner.Key }, keys, flat, ref room);
                }

                break;
            case SourceList list when keys.FieldOf(entry.Key) == FieldRole.Nested && list.Items.All(static item => item is SourceMap):
                AddPairs(list, entry, keys, flat, ref room);
                break;
            default:
                flat.Add(entry);
                break;
        }
    }

    private static void AddPairs(SourceList list, SourceEntry entry, SchemaKeys keys, List<SourceEntry> flat, ref long room)
    {
        foreach (var map in list.Items.Cast<SourceMap>())
        {
            var question = Find(map, QuestionKeys);
            var answer = Find(map, AnswerKeys);
            if (question?.Value is SourceText asked && answer is { } answered)
            {
                flat.Add(answered with { Key = asked.Text });
            }
            else
            {
                Add(entry with { Value = map }, keys, flat, ref room);
            }
        }
    }

    private static bool HasRoom(string key, SourceMap map, ref long room)
    {
        room -= (long)key.Length * map.Entries.Count;
        return room >= 0;
    }

    private static SourceEntry? Find(SourceMap map, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
