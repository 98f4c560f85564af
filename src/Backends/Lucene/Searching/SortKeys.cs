using System.Collections.Concurrent;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// Sort keys of documents: numbers such that a smaller one comes first, the greatest for documents without a value. Values of text
/// columns are ranked over
/// all segments once, when they are first sorted by. Thread-safe.
/// </summary>
internal sealed class SortKeys(IReadOnlyList<Segment> segments)
{
    private readonly ConcurrentDictionary<string, long[][]> _ranks = new(StringComparer.Ordinal);

    /// <summary>From a document of a segment to its key; <see langword="null"/> where the order is by score.</summary>
    public Func<int, long>? Of(SortBy sort, int segment, TimeLimit limit) => sort.Kind switch
    {
        SortKind.Number => Number(segments[segment].Number(sort.Column, limit), sort.Descending),
        SortKind.Text => Text(segments[segment].Text(sort.Column, limit), Ranks(sort.Column, limit)[segment], sort.Descending),
        _ => null,
    };

    /// <summary>
    /// A number turned round is its complement, for the least number has no negative. The greatest number shares the key before its
    /// own.
    /// </summary>
    private static Func<int, long> Number(NumberColumn? column, bool descending) => document =>
        column is null || !column.TryGet(document, out long value) ? long.MaxValue
            : Math.Min(descending ? ~value : value, long.MaxValue - 1);

    private static Func<int, long> Text(TextColumn? column, long[] ranks, bool descending) => document =>
    {
        int ordinal = column?.First(document) ?? -1;
        return ordinal < 0 ? long.MaxValue : descending ? -ranks[ordinal] : ranks[ordinal];
    };

    private long[][] Ranks(string column, TimeLimit limit) => _ranks.GetOrAdd(column, name => Rank(name, limit));

    private long[][] Rank(string name, TimeLimit limit)
    {
        List<TextColumn?> columns = [.. segments.Select(segment => segment.Text(name, limit))];
        var values = new SortedSet<byte[]>(
            segments.SelectMany((segment, at) => LiveValues(segment, columns[at], limit)), ByteOrder.Instance);
        byte[][] sorted = [.. values];
        return [.. columns.Select(column =>
            Values(column, limit).Select(value => (long)Array.BinarySearch(sorted, value, ByteOrder.Instance)).ToArray())];
    }

    /// <summary>The values that a document has which is not deleted, so that ranks do not tell how an index came about.</summary>
    private static IEnumerable<byte[]> LiveValues(Segment segment, TextColumn? column, TimeLimit limit)
    {
        if (segment.Live is not { } live || column is null)
        {
            return Values(column, limit);
        }

        var has = new bool[column.ValueCount];
        foreach (int document in Enumerable.Range(0, segment.DocumentCount).Where(live.Get))
        {
            limit.Step();
            foreach (int ordinal in column.Ordinals(document))
            {
                has[ordinal] = true;
            }
        }

        return Enumerable.Range(0, has.Length).Where(ordinal => has[ordinal]).Select(column.Bytes);
    }

    private static IEnumerable<byte[]> Values(TextColumn? column, TimeLimit limit)
    {
        for (int ordinal = 0; ordinal < column?.ValueCount; ordinal++)
        {
            limit.Step();
            yield return column.Bytes(ordinal);
        }
    }
}
