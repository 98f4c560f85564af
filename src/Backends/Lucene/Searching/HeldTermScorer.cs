using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents that have a term whose postings are held.</summary>
/// <param name="term">The term.</param>
/// <param name="weight">Boost times rarity.</param>
internal sealed class HeldTermScorer(HeldTerm term, float weight) : Scorer
{
    /// <summary>Where so many times more postings than candidates lie in a window, to look for each candidate is quicker.</summary>
    private const int SearchFrom = 8;

    private readonly int[] _documents = term.Documents;
    private readonly float[] _products = term.Products;
    private float _least = -1;
    private int _at;

    /// <inheritdoc/>
    public override long Cost => _documents.Length;

    /// <inheritdoc/>
    public override float Most { get; } = Bm25.Score(weight, 1, term.MostProduct);

    /// <inheritdoc/>
    public override int Next(int target)
    {
        _at = term.Find(target, _at);
        return _at < _documents.Length ? _documents[_at] : NoMore;
    }

    /// <inheritdoc/>
    public override bool ScoreAbove(float threshold)
    {
        _least = Bm25.LeastProduct(weight, threshold);
        return true;
    }

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
        Next(window.Start);
        var (bits, scores) = (window.Bits, window.Scores);
        float least = scored ? _least : float.PositiveInfinity;
        ulong touched = 0;
        int at = _at;
        for (int start = window.Start, length = window.End - start; at < _documents.Length; at++)
        {
            int place = _documents[at] - start;
            if (place >= length)
            {
                break;
            }

            touched |= 1UL << (place >> 6);
            bits[place >> 6] |= 1UL << place;
            if (_products[at] > least)
            {
                scores[place] += Bm25.Score(weight, 1, _products[at]);
            }
        }

        _at = at;
        window.Touch(touched);
    }

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
        Next(window.Start);
        if ((long)Window.Count(candidates) * SearchFrom < term.Find(window.End, _at) - _at)
        {
            Look(window, candidates, scored);
        }
        else
        {
            Walk(window, candidates, scored);
        }
    }

    private void Look(Window window, ulong[] candidates, bool scored)
    {
        for (int at = Window.Next(candidates, 0); at < Window.Size; at = Window.Next(candidates, at + 1))
        {
            if (Next(window.Start + at) == window.Start + at)
            {
                Add(window, at, scored);
            }
        }
    }

    private void Walk(Window window, ulong[] candidates, bool scored)
    {
        for (; _at < _documents.Length && _documents[_at] < window.End; _at++)
        {
            int place = _documents[_at] - window.Start;
            if ((candidates[place >> 6] >> place & 1) != 0)
            {
                Add(window, place, scored);
            }
        }
    }

    private void Add(Window window, int place, bool scored)
    {
        window.Set(place);
        if (scored)
        {
            window.Scores[place] += Bm25.Score(weight, 1, _products[_at]);
        }
    }
}
