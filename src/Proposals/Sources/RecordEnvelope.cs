using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// What an export puts around its records: <c>{"meta": {"page": 1}, "data": {"submissions": [{...}, {...}]}}</c>, or a mapping of names to
/// records,
/// <c>{"-Ka1": {...}, "-Ka2": {...}}</c>. A proposal may hold lists of mappings too, of speakers, say, or of costs; an envelope says hardly
/// anything beside them.
/// </summary>
internal static class RecordEnvelope
{
    private const int DeepestList = 4;
    private const int FewestNamed = 3;
    private const int FewestUnderAnyName = 3;

    /// <summary>The least share of a file's characters that its records have.</summary>
    private const double LeastShare = 0.8;

    /// <summary>So many characters beside a few short records are an envelope too.</summary>
    private const int MostBeside = 100;

    /// <summary>The least share of keys that records of a mapping have in common with the first of them.</summary>
    private const double LeastAlike = 0.5;

    private static readonly FrozenSet<string> Containers = WordSet.Of("""
        data items results records rows entries submissions applications proposals projects grants awards talks sessions papers hits docs
        documents nodes edges features list content payload objects elements collection ideas posts responses
        """);

    private static readonly string[] TitleKeys = ["title", "name", "project title", "project name", "headline", "subject"];

    /// <summary>The records of an envelope, in order; none where the mapping is a proposal itself.</summary>
    public static IReadOnlyList<SourceValue> Records(SourceMap root)
    {
        if (ByName(root) is { Count: > 0 } named)
        {
            return named;
        }

        var lists = new List<SourceList>();
        Collect(root, 1, lists);
        var records = lists.SelectMany(static list => list.Items).ToList();
        return records.Count > 0 && IsEnvelope(root, records) ? records : [];
    }

    /// <summary>Whether little stands beside the records; if it has a title, so have they: a proposal's list of costs has none.</summary>
    private static bool IsEnvelope(SourceMap root, List<SourceValue> records)
    {
        var (all, own) = (Length(root), records.Sum(Length));
        var isMost = own >= LeastShare * all;
        return HasTitle(root)
            ? isMost && records.TrueForAll(static record => HasTitle((SourceMap)record))
            : isMost || all - own <= MostBeside;
    }

    private static bool HasTitle(SourceMap map)
        => map.Entries.Any(static entry => entry.Value is SourceText && TitleKeys.Contains(Wording.Normalize(entry.Key)));

    /// <summary>The proposal in <c>{"proposal": {"title": ...}}</c>. What has no title is part of one, such as a budget.</summary>
    public static SourceMap Unwrap(SourceMap root)
    {
        var whole = root;
        while (root.Entries is [{ Value: SourceMap inner }] && (HasTitle(inner) || inner.Entries is [{ Value: SourceMap }]))
        {
            root = inner;
        }

        return HasTitle(root) ? root : whole;
    }

    /// <summary>Lists of mappings under names that exports give them; or under any other, where nothing else stands beside it.</summary>
    private static void Collect(SourceMap map, int depth, List<SourceList> lists)
    {
        foreach (var entry in map.Entries)
        {
            var isContainer = Containers.Contains(Wording.Normalize(entry.Key));
            if (entry.Value is SourceList { Items.Count: > 0 } list && list.Items.All(static item => item is SourceMap)
                && !list.Items.All(static item => QuestionPairs.IsPair((SourceMap)item))
                && (isContainer || (map.Entries.Count == 1 && list.Items.Count >= FewestUnderAnyName)))
            {
                lists.Add(list);
            }
            else if (entry.Value is SourceMap inner && depth < DeepestList && (isContainer || map.Entries.Count == 1))
            {
                Collect(inner, depth + 1, lists);
            }
        }
    }

    /// <summary>The mappings of a mapping of nothing else, with a title each and mostly the same keys. Their names become ids.</summary>
    private static List<SourceValue>? ByName(SourceMap root)
    {
        if (root.Entries.Count < FewestNamed
            || root.Entries[0].Value is not SourceMap first
            || !root.Entries.All(static entry => entry.Value is SourceMap { Entries.Count: > 1 }))
        {
            return null;
        }

        var keys = first.Entries.Select(static entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var areAlike = root.Entries.All(entry => ((SourceMap)entry.Value).Entries is var own
            && HasTitle((SourceMap)entry.Value)
            && own.Count(inner => keys.Contains(inner.Key)) >= LeastAlike * Math.Max(own.Count, keys.Count));
        return areAlike ? [.. root.Entries.Select(static entry => (SourceValue)Named(entry))] : null;
    }

    private static SourceMap Named(SourceEntry entry)
    {
        var map = (SourceMap)entry.Value;
        return map.Entries.Any(static inner => inner.Key.Equals("id", StringComparison.OrdinalIgnoreCase))
            ? map
            : new SourceMap([new SourceEntry("id", new SourceText(entry.Key), entry.Line), .. map.Entries]);
    }

    private static long Length(SourceValue value) => value switch
    {
        SourceText text => text.Text.Length,
        SourceList list => list.Items.Sum(Length),
        SourceMap map => map.Entries.Sum(static entry => entry.Key.Length + Length(entry.Value)),
        _ => 0,
    };
}
