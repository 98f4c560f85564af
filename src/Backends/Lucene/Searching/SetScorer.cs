using System.Numerics;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents that were gathered before.</summary>
/// <param name="bits">A bit for each document of the segment.</param>
/// <param name="scores">By document; <see langword="null"/> where each scores <paramref name="constant"/>.</param>
/// <param name="constant">The score of each.</param>
internal sealed class SetScorer(ulong[] bits, float[]? scores, float constant) : Scorer
{
    /// <inheritdoc/>
    public override long Cost { get; } = bits.Sum(word => (long)BitOperations.PopCount(word));

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        scratch.Limit.Step();
        int first = window.Start / 64, count = Math.Min(window.Bits.Length, bits.Length - first);
        for (int word = 0; word < count; word++)
        {
            window.Bits[word] |= bits[first + word];
            for (ulong left = scored ? bits[first + word] : 0; left != 0; left &= left - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(left);
                window.Scores[at] += scores is null ? constant : scores[window.Start + at];
            }
        }
    }
}
