using System.Numerics;
using ProposalSearch.Engine.Columns;

namespace ProposalSearch.Engine.Searching;

/// <summary>What is decided by looking at each document of a window: every document is a candidate.</summary>
internal abstract class ScanScorer(int documents) : Scorer
{
    private readonly ulong[] _bits = new ulong[Window.Words];

    /// <summary>Documents of the segment.</summary>
    protected int Documents { get; } = documents;

    public override long Cost => Documents;

    public override int Next(int target) => target < Documents ? target : NoMore;

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
        int count = Math.Min(window.End, Documents) - window.Start;
        if (count <= 0)
        {
            return;
        }

        Array.Clear(_bits);
        Mark(window.Start, count, _bits);
        window.TouchAll();
        for (int word = 0; word < Window.Words; word++)
        {
            window.Bits[word] |= _bits[word];
            for (ulong bits = scored ? _bits[word] : 0; bits != 0; bits &= bits - 1)
            {
                window.Scores[word * 64 + BitOperations.TrailingZeroCount(bits)] += 1;
            }
        }
    }

    /// <summary>Sets the bits of the documents that match, among <paramref name="count"/> from <paramref name="first"/> on.</summary>
    protected abstract void Mark(int first, int count, ulong[] bits);
}

/// <summary>All documents.</summary>
internal sealed class AllScorer(int documents) : ScanScorer(documents)
{
    protected override void Mark(int first, int count, ulong[] bits)
    {
        Array.Fill(bits, ulong.MaxValue, 0, count >> 6);
        if ((count & 63) != 0)
        {
            bits[count >> 6] = (1UL << (count & 63)) - 1;
        }
    }
}

/// <summary>Documents by values of a text column.</summary>
internal sealed class ValueScorer(OrdinalColumnReader column, bool[] wanted, bool missing, int documents) : ScanScorer(documents)
{
    protected override void Mark(int first, int count, ulong[] bits) => column.Mark(wanted, missing, first, count, bits);
}
