using System.Numerics;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// The best hits of any of some terms, without a look at what cannot be among them. Stretches of documents end where some term's
/// block ends, so that the impacts of one block a term bound every score in a stretch. Terms that together cannot lift a document
/// over the worst hit kept are looked up only for documents that the others bring near it (H. Turtle and J. Flood, "Query
/// evaluation: strategies and optimizations", 1995; S. Ding and T. Suel, "Faster top-k document retrieval using block-max
/// indexes", 2011). Scores are summed in the same order as without pruning, so that both give the same hits.
/// </summary>
internal sealed class BlockMaxSearch
{
    /// <summary>
    /// Sums are rounded, and differently in another order of the terms; so bounds are taken a little too high and limits a little too low.
    /// One addition of <see cref="float"/>s is wrong by at most 6e-8 of the sum: this is four times as much.
    /// </summary>
    private const float MarginOfATerm = 2.4e-7f;

    private readonly BlockBound[] _terms;
    private readonly int[] _order;
    private readonly float[] _before;
    private readonly Segment _segment;
    private readonly RankedDocument? _after;
    private readonly Scratch _scratch;
    private readonly float _margin;

    public BlockMaxSearch(Segment segment, IReadOnlyList<TermScorer> terms, RankedDocument? after, Scratch scratch)
    {
        _segment = segment;
        _terms = [.. terms.Select(term => new BlockBound(term, segment))];
        _order = [.. Enumerable.Range(0, _terms.Length)];
        _before = new float[_terms.Length + 1];
        _after = after;
        _scratch = scratch;
        _margin = 1 + MarginOfATerm * (_terms.Length + 4);
    }

    /// <summary>Offers all documents that can be among the hits.</summary>
    public void Run(TopHits hits)
    {
        var window = _scratch.RentWindow(0);
        int start = 0;
        while (start < _segment.DocumentCount)
        {
            _scratch.Limit.Step();
            int end = Bound(start, out float most);
            if (most > hits.Threshold)
            {
                window.Reset(start & ~63);
                Search(window, start, Math.Min(end, window.End), hits);
                end = Math.Min(end, window.End);
            }

            start = end;
        }

        _scratch.Return(window);
    }

    /// <summary>Where the stretch from a document on ends, and the greatest score that a document in it can have.</summary>
    private int Bound(int start, out float most)
    {
        int end = _segment.DocumentCount;
        most = 0;
        foreach (var term in _terms)
        {
            term.MoveTo(start);
            end = Math.Min(end, term.End);
            most += term.Greatest;
        }

        most *= _margin;
        return end;
    }

    private void Search(Window window, int start, int end, TopHits hits)
    {
        int essential = FirstEssential(hits.Threshold);
        for (int i = essential; i < _order.Length; i++)
        {
            window.Touch(_terms[_order[i]].AddScores(window, start, end));
        }

        float limit = Limit(hits.Threshold, essential);
        for (ulong left = window.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            ulong bits = ScoreKernel.Above(window.Scores.AsSpan(word * 64, 64), limit);
            for (; bits != 0; bits &= bits - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(bits);
                if (MayEnter(window.Start + at, window.Scores[at], essential, hits.Threshold))
                {
                    Offer(window.Start + at, hits);
                    limit = Limit(hits.Threshold, essential);
                }
            }
        }
    }

    /// <summary>What a document must score for the terms from one on, so that those before it can lift it over the threshold.</summary>
    private float Limit(float threshold, int from) => Math.Max(threshold / _margin - _before[from], 0);

    /// <summary>
    /// Adds the scores of the terms that are not essential, those that can add most first, for as long as the document can still be a hit.
    /// </summary>
    private bool MayEnter(int document, float score, int essential, float threshold)
    {
        for (int i = essential; i > 0; i--)
        {
            if (score <= Limit(threshold, i))
            {
                return false;
            }

            score += _terms[_order[i - 1]].ScoreOf(document);
        }

        return score > Limit(threshold, 0);
    }

    /// <summary>
    /// Orders the terms by their bounds, sums these up, and tells from which term on they are essential: those before it cannot together
    /// make a hit.
    /// </summary>
    private int FirstEssential(float threshold)
    {
        for (int i = 1; i < _order.Length; i++)
        {
            for (int j = i; j > 0 && _terms[_order[j]].Greatest < _terms[_order[j - 1]].Greatest; j--)
            {
                (_order[j], _order[j - 1]) = (_order[j - 1], _order[j]);
            }
        }

        int first = 0;
        float sum = 0;
        for (int i = 0; i < _order.Length; i++)
        {
            _before[i] = sum * _margin;
            sum += _terms[_order[i]].Greatest;
            first = sum * _margin <= threshold ? i + 1 : first;
        }

        return first;
    }

    private void Offer(int document, TopHits hits)
    {
        float score = 0;
        foreach (var term in _terms)
        {
            score += term.ScoreOf(document);
        }

        var ranked = new RankedDocument(0, score, _segment.FirstDocument + document);
        if (_after is not { } after || ranked > after)
        {
            hits.Offer(ranked);
        }
    }
}
