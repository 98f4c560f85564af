using System.Collections.Concurrent;
using Lucene.Net.Index;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>An index as it was when it was opened. Thread-safe.</summary>
internal sealed class Snapshot
{
    private readonly Segment[] _segments;
    private readonly Lazy<(long Documents, float Average)> _weights;
    private readonly SortKeys _sortKeys;
    private readonly ConcurrentBag<Window> _windows = [];
    private readonly IndexSettings _settings;

    /// <summary>The snapshot of a reader.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="settings">How the index was made.</param>
    /// <param name="before">An earlier snapshot, some of whose segments may be the same.</param>
    public Snapshot(DirectoryReader reader, IndexSettings settings, Snapshot? before = null)
    {
        _settings = settings;
        var known = before?._segments.ToDictionary(segment => segment.Files);
        _segments = [.. reader.Leaves.Select(leaf =>
            new Segment(leaf, settings, known?.GetValueOrDefault(leaf.AtomicReader.CoreCacheKey)))];
        DocumentCount = reader.NumDocs;
        _weights = new(() => Weigh(_segments));
        _sortKeys = new SortKeys(_segments);
        Order = new RankOrder(_segments);
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>Documents, without deleted ones.</summary>
    public int DocumentCount { get; }

    /// <summary>Which document ranks before another where scores are equal.</summary>
    public RankOrder Order { get; }

    /// <summary>Documents that have words; deleted ones do not count, as in every figure that scores depend on.</summary>
    public long DocumentsWithWords => _weights.Value.Documents;

    /// <summary>Words of a document on average, stop words left out, weighted by section.</summary>
    public float AverageLength => _weights.Value.Average;

    /// <summary>Makes plans for one search.</summary>
    public Planner Planner(TimeLimit limit) => new(_segments, DocumentsWithWords, _settings.SectionGap, limit);

    /// <summary>What one search works with.</summary>
    public Scratch Scratch(TimeLimit limit) => new(_windows, limit);

    /// <summary>Which segment has a document.</summary>
    public int SegmentOf(int document)
    {
        int index = _segments.Length - 1;
        while (_segments[index].FirstDocument > document)
        {
            index--;
        }

        return index;
    }

    /// <summary>What is stored of a document.</summary>
    public StoredRecord Record(int document)
    {
        var segment = _segments[SegmentOf(document)];
        return new StoredRecord(() => segment.Record(document - segment.FirstDocument));
    }

    /// <summary>Answers a query.</summary>
    public SearchResult Search(Query query, SearchOptions options, Planner planner, TimeLimit limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        var (scratch, hits) = (Scratch(limit), new TopHits());
        hits.Reset(Math.Min(options.Top, DocumentCount));
        var plan = planner.Plan(query);
        Plan[] filters = [.. options.Filters.Select(filter => planner.Plan(filter.Condition))];
        var done = new List<SegmentSearch>(_segments.Length);
        for (int index = 0; index < _segments.Length; index++)
        {
            if (plan.Open(_segments[index], index, scratch) is { } scorer)
            {
                Scorer?[] opened = [.. filters.Select(filter => filter.Open(_segments[index], index, scratch))];
                var key = _sortKeys.Of(options.Sort, index, limit);
                var search = new SegmentSearch(_segments[index], options, opened, key, Order, hits, scratch);
                search.Run(scorer);
                done.Add(search);
            }
        }

        bool counted = !options.CanPrune;
        return new SearchResult(
            counted ? done.Sum(one => one.Total) : -1,
            counted ? done.Sum(one => one.UnfilteredTotal) : -1,
            hits.Take(),
            [.. options.Facets.Select((column, i) => Merge(column, [.. done.Select(one => one.Facets[i])], limit))]);
    }

    /// <summary>What scores depend on; whoever only reads documents need not wait for it.</summary>
    private static (long Documents, float Average) Weigh(Segment[] segments)
    {
        long documents = segments.Sum(segment => segment.DocumentsWithWords), length = segments.Sum(segment => segment.Words);
        float average = documents == 0 ? 1 : (float)(length / (double)documents);
        var norms = Bm25.InverseNorms(average);
        Array.ForEach(segments, segment => segment.SetInverseNorms(norms));
        return (documents, average);
    }

    private static ColumnCounts Merge(string column, FacetCounter[] counters, TimeLimit limit)
    {
        if (counters.Length == 1)
        {
            return counters[0].Counts(column, limit);
        }

        var totals = new SortedDictionary<byte[], long>(ByteOrder.Instance);
        Array.ForEach(counters, counter => counter.AddTo(totals, limit));
        var values = totals.Select(pair => new KeyValuePair<string, long>(System.Text.Encoding.UTF8.GetString(pair.Key), pair.Value));
        return new ColumnCounts(column, [.. values], counters.Sum(counter => counter.Missing));
    }
}
