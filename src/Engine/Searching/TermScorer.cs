using System.Numerics;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>Documents that have a term.</summary>
internal sealed class TermScorer : Scorer
{
    /// <summary>
    /// Where a term is in one of so many documents or more, to look for scores in a whole window is quicker than to set each document's
    /// bit.
    /// </summary>
    private const int Sparse = 24;

    private readonly PostingsCursor _cursor;
    private readonly float[] _inverseNorms;
    private readonly float _weight;
    private readonly bool _scoresTell;

    /// <summary>A scorer of a term.</summary>
    /// <param name="cursor">Its postings.</param>
    /// <param name="weight">Boost times rarity; 0 where no score is wanted.</param>
    /// <param name="inverseNorms">By document.</param>
    /// <param name="everyMatchScores">See <see cref="Segments.Segment.EveryMatchScores"/>.</param>
    public TermScorer(PostingsCursor cursor, float weight, float[] inverseNorms, bool everyMatchScores = false)
    {
        _scoresTell = everyMatchScores && weight >= Bm25.LeastTellingWeight && cursor.DocumentFrequency >= inverseNorms.Length / Sparse;
        _cursor = cursor;
        _weight = weight;
        _inverseNorms = inverseNorms;
    }

    /// <summary>The term's postings.</summary>
    public PostingsCursor Cursor => _cursor;

    /// <summary>The boost of the query, times the rarity of its term.</summary>
    public float Weight => _weight;

    public override long Cost => _cursor.DocumentFrequency;

    public override float Most => _weight;

    public override int Next(int target)
    {
        if (!_cursor.SkipTo(target))
        {
            return NoMore;
        }

        var documents = _cursor.Documents;
        return documents[IndexOf(documents, target)];
    }

    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        if (!_cursor.SkipTo(window.Start))
        {
            return;
        }

        while (AddBlock(window, scored) && _cursor.NextBlock())
        {
        }

        MatchScored(window, scored);
    }

    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
    {
        int at = window.Start;
        while (true)
        {
            at = Window.Next(candidates, at - window.Start) + window.Start;
            if (at >= window.End || !_cursor.SkipTo(at) || !AddBlock(window, scored))
            {
                break;
            }

            at = _cursor.Documents[^1] + 1;
        }

        MatchScored(window, scored);
    }

    /// <summary>The first index whose document is not before <paramref name="target"/>; the length if none.</summary>
    internal static int IndexOf(ReadOnlySpan<int> documents, int target) => ScoreKernel.CountBefore(documents, target);

    /// <summary>The first of some documents, one at least, that is within a window, and the first behind it.</summary>
    internal static (int From, int To) Within(ReadOnlySpan<int> documents, Window window) => (
        documents[0] >= window.Start ? 0 : IndexOf(documents, window.Start),
        documents[^1] < window.End ? documents.Length : IndexOf(documents, window.End));

    /// <summary>Makes every document match that has a score, which is what matches that all score add up to.</summary>
    private void MatchScored(Window window, bool scored)
    {
        for (ulong left = scored && _scoresTell ? window.Touched : 0; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            window.Bits[word] |= ScoreKernel.Above(window.Scores.AsSpan(word * 64, 64), 0);
        }
    }

    /// <summary>Adds what the block that the cursor stands on has within the window; false where the block goes on beyond it.</summary>
    private bool AddBlock(Window window, bool scored)
    {
        var documents = _cursor.Documents;
        var (from, to) = Within(documents, window);
        Add(window, from, to, scored);
        return to == documents.Length;
    }

    private void Add(Window window, int from, int to, bool scored)
    {
        if (from >= to)
        {
            return;
        }

        var documents = _cursor.Documents[from..to];
        int first = documents[0] - window.Start >> 6, last = documents[^1] - window.Start >> 6;
        window.Touch(ulong.MaxValue << first & ulong.MaxValue >> (63 - last));
        if (!scored || !_scoresTell)
        {
            ScoreKernel.Mark(documents, window.Start, window.Bits);
        }

        if (scored)
        {
            ScoreKernel.AddBm25(documents, _cursor.Frequencies[from..to], _inverseNorms, _weight, window.Start, window.Scores);
        }
    }
}
