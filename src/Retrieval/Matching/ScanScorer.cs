using System.Numerics;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>What is decided by looking at each document of a window: every document is a candidate.</summary>
public abstract class ScanScorer(int documents) : Scorer
{
    private readonly ulong[] _bits = new ulong[Window.Words];

    /// <summary>Documents of the segment.</summary>
    protected int Documents { get; } = documents;

    /// <inheritdoc/>
    public override long Cost => Documents;

    /// <inheritdoc/>
    public override int Next(int target) => target < Documents ? target : NoMore;

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
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
public sealed class AllScorer(int documents) : ScanScorer(documents)
{
    /// <inheritdoc/>
    protected override void Mark(int first, int count, ulong[] bits)
    {
        Array.Fill(bits, ulong.MaxValue, 0, count >> 6);
        if ((count & 63) != 0)
        {
            bits[count >> 6] = (1UL << (count & 63)) - 1;
        }
    }
}
