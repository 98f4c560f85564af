using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Sort keys of documents: numbers such that a smaller one comes first. Values of text columns are ranked over all segments once,
/// when they are first sorted by. Thread-safe.
/// </summary>
internal sealed class SortKeys(IReadOnlyList<Segment> segments)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long[][]> _ranks = new(StringComparer.Ordinal);

    /// <summary>From a document of a segment to its key.</summary>
    public Func<int, long> Of(SortBy sort, int segment) => sort.Kind switch
    {
        SortKind.Number => Number(segments[segment].Columns.Number(sort.Column), sort.Descending),
        SortKind.Text => Text(segment, sort),
        _ => _ => 0,
    };

    /// <summary>
    /// A number turned round is its complement, for the least number has no negative. The greatest key stands for no number, so the number
    /// that would have it shares the key before it.
    /// </summary>
    private static Func<int, long> Number(NumberColumnReader? column, bool descending) => document =>
        column is null || !column.TryGet(document, out long value)
            ? long.MaxValue
            : Math.Min(descending ? ~value : value, long.MaxValue - 1);

    private Func<int, long> Text(int segment, SortBy sort)
    {
        var ranks = _ranks.GetOrAdd(sort.Column, Rank)[segment];
        var column = segments[segment].Columns.Text(sort.Column);
        return document =>
        {
            int ordinal = column?.First(document) ?? -1;
            return ordinal < 0 ? long.MaxValue : sort.Descending ? -ranks[ordinal] : ranks[ordinal];
        };
    }

    private long[][] Rank(string name)
    {
        var values = new SortedSet<string>(ValueOrder.Instance);
        foreach (var column in segments.Select(segment => segment.Columns.Text(name)))
        {
            for (int ordinal = 0; column is not null && ordinal < column.ValueCount; ordinal++)
            {
                values.Add(column.Value(ordinal));
            }
        }

        long next = 0;
        var ranks = values.ToDictionary(value => value, _ => next++, StringComparer.Ordinal);
        return [.. segments.Select(segment => Ranks(segment.Columns.Text(name), ranks))];
    }

    private static long[] Ranks(OrdinalColumnReader? column, Dictionary<string, long> ranks) =>
        column is null ? [] : [.. Enumerable.Range(0, column.ValueCount).Select(ordinal => ranks[column.Value(ordinal)])];
}
