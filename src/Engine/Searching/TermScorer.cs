using System.Numerics;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;

namespace ProposalSearch.Engine.Searching;

/// <summary>Documents that have a term.</summary>
internal sealed class TermScorer : Scorer
{
    private readonly PostingsCursor _cursor;
    private readonly float[] _inverseNorms;
    private readonly float _weight;

    public TermScorer(PostingsCursor cursor, float weight, float[] inverseNorms)
    {
        _cursor = cursor;
        _weight = weight;
        _inverseNorms = inverseNorms;
    }

    /// <summary>The term's postings.</summary>
    public PostingsCursor Cursor => _cursor;

    /// <summary>Boost times rarity.</summary>
    public float Weight => _weight;

    public override long Cost => _cursor.DocumentFrequency;

    public override int Next(int target)
    {
        if (!_cursor.SkipTo(target))
        {
            return NoMore;
        }

        var documents = _cursor.Documents;
        return documents[IndexOf(documents, target)];
    }

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
        if (!_cursor.SkipTo(window.Start))
        {
            return;
        }

        do
        {
            var documents = _cursor.Documents;
            int from = documents[0] >= window.Start ? 0 : IndexOf(documents, window.Start);
            int to = documents[^1] < window.End ? documents.Length : IndexOf(documents, window.End);
            Add(window, from, to, scored, scratch);
            if (to < documents.Length)
            {
                return;
            }
        }
        while (_cursor.NextBlock());
    }

    public override void FillWithin(Window window, ulong[] candidates, bool scored, Scratch scratch)
    {
        int at = window.Start;
        while (true)
        {
            at = NextBit(candidates, at - window.Start) + window.Start;
            if (at >= window.End || !_cursor.SkipTo(at))
            {
                return;
            }

            var documents = _cursor.Documents;
            int from = documents[0] >= window.Start ? 0 : IndexOf(documents, window.Start);
            int to = documents[^1] < window.End ? documents.Length : IndexOf(documents, window.End);
            Add(window, from, to, scored, scratch);
            if (to < documents.Length)
            {
                return;
            }

            at = documents[^1] + 1;
        }
    }

    /// <summary>The first index whose document is not before <paramref name="target"/>; the length if none.</summary>
    internal static int IndexOf(ReadOnlySpan<int> documents, int target)
    {
        int low = 0, high = documents.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (documents[middle] < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int NextBit(ulong[] bits, int from)
    {
        for (int word = from >> 6; word < Window.Words; word++, from = 0)
        {
            ulong left = bits[word] & (ulong.MaxValue << from);
            if (left != 0)
            {
                return word * 64 + BitOperations.TrailingZeroCount(left);
            }
        }

        return Window.Size;
    }

    private void Add(Window window, int from, int to, bool scored, Scratch scratch)
    {
        if (from >= to)
        {
            return;
        }

        var documents = _cursor.Documents[from..to];
        int first = documents[0] - window.Start >> 6, last = documents[^1] - window.Start >> 6;
        window.Touch(ulong.MaxValue << first & ulong.MaxValue >> (63 - last));
        ScoreKernel.Mark(documents, window.Start, window.Bits);
        if (scored)
        {
            var scores = scratch.BlockScores.AsSpan(0, documents.Length);
            ScoreKernel.Bm25(documents, _cursor.Frequencies[from..to], _inverseNorms, _weight, scores);
            ScoreKernel.Add(documents, scores, window.Start, window.Scores);
        }
    }
}
