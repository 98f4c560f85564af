using System.Numerics;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using ProposalSearch.Retrieval.Vectors;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>One pass over a segment: matches, filters, totals, sideways counts and the best hits together.</summary>
internal sealed class SegmentSearch
{
    /// <summary>
    /// Documents in the first window of a search that need not score all that matches. Each window is twice as long as the one before it,
    /// so that the first documents, which are all scored whole, are few.
    /// </summary>
    private const int FirstLength = 256;

    private readonly Segment _segment;
    private readonly SearchOptions _options;
    private readonly Scratch _scratch;
    private readonly Scorer?[] _filters;
    private readonly Window[] _filterWindows;
    private readonly Func<int, long>? _key;
    private readonly RankOrder _order;
    private readonly TopHits _hits;
    private readonly ulong[] _bits = new ulong[Window.Words];

    /// <summary>A search of a segment.</summary>
    public SegmentSearch(
        Segment segment, SearchOptions options, Scorer?[] filters, Func<int, long>? key, RankOrder order, TopHits hits, Scratch scratch)
    {
        (_segment, _options, _filters, _key, _order, _hits, _scratch) = (segment, options, filters, key, order, hits, scratch);
        Facets = [.. options.Facets.Select(column => new FacetCounter(segment.Text(column, scratch.Limit)))];
        _filterWindows = [.. filters.Select(_ => scratch.RentWindow(0))];
    }

    /// <summary>The counters, one a facet asked for.</summary>
    public IReadOnlyList<FacetCounter> Facets { get; }

    /// <summary>Matches of the query and the filters.</summary>
    public long Total { get; private set; }

    /// <summary>Matches of the query alone.</summary>
    public long UnfilteredTotal { get; private set; }

    /// <summary>Goes through all windows that may have a match.</summary>
    public void Run(Scorer scorer)
    {
        var window = _scratch.RentWindow(0);
        int length = FirstLength;
        for (int next = scorer.Next(0); next < _segment.DocumentCount; next = scorer.Next(window.End))
        {
            _scratch.Limit.Check();
            bool leavesOut = _options.Top > 0 && _key is null && scorer.ScoreAbove(_hits.Threshold);
            window.Reset(next & ~63, leavesOut ? length : Window.Size);
            length = Math.Min(length * 2, Window.Size);
            scorer.Fill(window, _options.Top > 0, _scratch);
            if (window.Any())
            {
                Take(window);
            }
        }

        _scratch.Return(window);
        Array.ForEach(_filterWindows, _scratch.Return);
    }

    private void Take(Window window)
    {
        RemoveDeleted(window);
        UnfilteredTotal += window.Count();
        if (_filters.Length > 0)
        {
            Filter(window);
        }
        else
        {
            foreach (var facet in Facets)
            {
                facet.Count(window.Bits, window.Start);
            }
        }

        Total += window.Count();
        if (_options.Top > 0)
        {
            Offer(window);
        }
    }

    private void RemoveDeleted(Window window)
    {
        if (_segment.Live is not { } live)
        {
            return;
        }

        for (int at = Window.Next(window.Bits, 0); at < Window.Size; at = Window.Next(window.Bits, at + 1))
        {
            if (!live.Get(window.Start + at))
            {
                window.Bits[at >> 6] &= ~(1UL << at);
            }
        }
    }

    private void Filter(Window window)
    {
        for (int i = 0; i < _filters.Length; i++)
        {
            _filterWindows[i].Reset(window.Start);
            _filters[i]?.FillWithin(_filterWindows[i], window.Bits, scored: false, _scratch);
        }

        for (int facet = 0; facet < Facets.Count; facet++)
        {
            window.Bits.CopyTo(_bits, 0);
            Apply(_bits, except: _options.Facets[facet]);
            Facets[facet].Count(_bits, window.Start);
        }

        Apply(window.Bits, except: null);
    }

    /// <summary>Keeps what all filters let through, but for those of a column.</summary>
    private void Apply(ulong[] bits, string? except)
    {
        for (int i = 0; i < _filters.Length; i++)
        {
            for (int word = 0; _options.Filters[i].Column != except && word < bits.Length; word++)
            {
                bits[word] &= _filterWindows[i].Bits[word];
            }
        }
    }

    private void Offer(Window window)
    {
        for (ulong left = window.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            ulong bits = window.Bits[word];
            if (bits != 0 && _key is null)
            {
                bits &= ScoreLanes.Reaching(window.Scores.AsSpan(word * 64), _hits.Threshold);
            }

            for (; bits != 0; bits &= bits - 1)
            {
                Offer(window, word * 64 + BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    private void Offer(Window window, int at)
    {
        float score = window.Scores[at];
        if (_key is null && (score < _hits.Threshold || (score == _hits.Threshold && _order.IsNumbering)))
        {
            return;
        }

        int document = window.Start + at;
        var ranked = new RankedDocument(_key?.Invoke(document) ?? 0, score, _order.RankOf(_segment.FirstDocument + document));
        if (_options.After is not { } after || ranked > after)
        {
            _hits.Offer(ranked);
        }
    }
}
