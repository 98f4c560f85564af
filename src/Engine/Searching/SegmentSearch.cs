using System.Numerics;
using ProposalSearch.Engine.Facets;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// One pass over a segment: matches, filters, totals, sideways counts and the best hits together, each posting looked at once.
/// </summary>
internal sealed class SegmentSearch
{
    /// <summary>
    /// Documents in the first window of a search that leaves out what scores too little. Each window is twice as long as the one before
    /// it, so that the first documents, of which none can be left out yet, are few.
    /// </summary>
    private const int FirstLength = 256;

    private readonly Segment _segment;
    private readonly SearchOptions _options;
    private readonly Scratch _scratch;
    private readonly Scorer?[] _filters;
    private readonly Window[] _filterWindows;
    private readonly FacetCounter[] _facets;
    private readonly ulong[] _bits = new ulong[Window.Words];
    private readonly Func<int, long>? _key;
    private readonly bool _prunes;

    public SegmentSearch(Segment segment, SearchOptions options, Scorer?[] filters, Func<int, long>? key, Scratch scratch)
    {
        _segment = segment;
        _options = options;
        _filters = filters;
        _key = key;
        _prunes = options.CanPrune;
        _scratch = scratch;
        _facets = [.. options.Facets.Select(column => new FacetCounter(segment.Columns.Text(column)))];
        _filterWindows = [.. filters.Select(_ => scratch.RentWindow(0))];
    }

    /// <summary>The counters, one a facet asked for.</summary>
    public IReadOnlyList<FacetCounter> Facets => _facets;

    /// <summary>Matches of the query and the filters.</summary>
    public long Total { get; private set; }

    /// <summary>Matches of the query alone.</summary>
    public long UnfilteredTotal { get; private set; }

    /// <summary>Goes through all windows that have a match.</summary>
    public void Run(Scorer scorer, TopHits hits)
    {
        bool scored = _options.Top > 0;
        var window = _scratch.RentWindow(0);
        int document = scorer.Next(0), length = FirstLength;
        while (document < _segment.DocumentCount)
        {
            _scratch.Limit.Check();
            bool leavesOut = (_prunes && scorer.Raise(hits.Threshold)) || (scored && _key is null && scorer.ScoreAbove(hits.Threshold));
            window.Reset(document & ~63, leavesOut ? length : Window.Size);
            length = Math.Min(length * 2, Window.Size);
            scorer.Fill(window, scored, _scratch);
            Take(window, hits);
            document = scorer.Next(window.End);
        }

        _scratch.Return(window);
        foreach (var filter in _filterWindows)
        {
            _scratch.Return(filter);
        }
    }

    private void Take(Window window, TopHits hits)
    {
        UnfilteredTotal += ScoreKernel.Count(window.Bits);
        if (_filters.Length > 0)
        {
            Filter(window);
        }
        else
        {
            CountFacets(window.Bits, window.Start);
        }

        Total += ScoreKernel.Count(window.Bits);
        if (_options.Top > 0)
        {
            Offer(window, hits);
        }
    }

    private void Filter(Window window)
    {
        for (int i = 0; i < _filters.Length; i++)
        {
            _filterWindows[i].Reset(window.Start, window.End - window.Start);
            _filters[i]?.FillWithin(_filterWindows[i], window.Bits, scored: false, _scratch);
        }

        for (int facet = 0; facet < _facets.Length; facet++)
        {
            window.Bits.CopyTo(_bits, 0);
            Apply(_bits, except: _options.Facets[facet]);
            _facets[facet].Count(_bits, window.Start);
        }

        Apply(window.Bits, except: null);
    }

    private void Apply(ulong[] bits, string? except)
    {
        for (int i = 0; i < _filters.Length; i++)
        {
            if (_options.Filters[i].Column == except)
            {
                continue;
            }

            for (int word = 0; word < bits.Length; word++)
            {
                bits[word] &= _filterWindows[i].Bits[word];
            }
        }
    }

    private void CountFacets(ulong[] bits, int firstDocument)
    {
        foreach (var facet in _facets)
        {
            facet.Count(bits, firstDocument);
        }
    }

    private void Offer(Window window, TopHits hits)
    {
        for (ulong left = window.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            ulong bits = window.Bits[word];
            if (bits != 0 && _key is null && hits.Threshold > float.NegativeInfinity)
            {
                bits &= ScoreKernel.Above(window.Scores.AsSpan(word * 64, 64), hits.Threshold);
            }

            for (; bits != 0; bits &= bits - 1)
            {
                Offer(window, word * 64 + BitOperations.TrailingZeroCount(bits), hits);
            }
        }
    }

    private void Offer(Window window, int at, TopHits hits)
    {
        int document = window.Start + at;
        var ranked = new RankedDocument(_key?.Invoke(document) ?? 0, window.Scores[at], _segment.FirstDocument + document);
        if (_options.After is not { } after || ranked > after)
        {
            hits.Offer(ranked);
        }
    }
}
