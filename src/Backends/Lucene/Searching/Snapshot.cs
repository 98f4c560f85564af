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
    private readonly SortKeys _sortKeys;
    private readonly ConcurrentBag<Window> _windows = [];
    private readonly IndexSettings _settings;

    /// <summary>The snapshot of a reader.</summary>
    public Snapshot(DirectoryReader reader, IndexSettings settings)
    {
        _settings = settings;
        _segments = [.. reader.Leaves.Select(leaf => new Segment(leaf, settings))];
        DocumentCount = reader.NumDocs;
        long length = 0;
        foreach (var stems in _segments.Select(segment => segment.Terms(TermForm.Stemmed)).OfType<Terms>())
        {
            DocumentsWithWords += stems.DocCount;
            length += stems.SumTotalTermFreq;
        }

        AverageLength = DocumentsWithWords == 0 ? 1 : (float)(length / (double)DocumentsWithWords);
        var norms = Bm25.InverseNorms(AverageLength);
        Array.ForEach(_segments, segment => segment.SetInverseNorms(norms));
        _sortKeys = new SortKeys(_segments);
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>Documents, without deleted ones.</summary>
    public int DocumentCount { get; }

    /// <summary>
    /// Documents that have words; deleted ones count until their segment is merged, as in every figure that scores depend on.
    /// </summary>
    public long DocumentsWithWords { get; }

    /// <summary>Words of a document on average, stop words left out, weighted by section.</summary>
    public float AverageLength { get; }

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
    public SearchResult Search(Query query, SearchOptions options, TimeLimit limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        var (planner, scratch, hits) = (Planner(limit), Scratch(limit), new TopHits());
        hits.Reset(Math.Min(options.Top, DocumentCount));
        var plan = planner.Plan(query);
        Plan[] filters = [.. options.Filters.Select(filter => planner.Plan(filter.Condition))];
        var done = new List<SegmentSearch>(_segments.Length);
        for (int index = 0; index < _segments.Length; index++)
        {
            if (plan.Open(_segments[index], index, scratch) is { } scorer)
            {
                Scorer?[] opened = [.. filters.Select(filter => filter.Open(_segments[index], index, scratch))];
                var search = new SegmentSearch(_segments[index], options, opened, _sortKeys.Of(options.Sort, index, limit), hits, scratch);
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
