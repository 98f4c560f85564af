using System.Runtime.Intrinsics;

namespace ProposalSearch.Retrieval.Vectors;

/// <summary>Compares scores, several at a time.</summary>
public static class ScoreLanes
{
    /// <summary>Scores that are compared by one call.</summary>
    public const int Count = 64;

    /// <summary>A bit for each of the first <see cref="Count"/> scores that is not below a threshold, from the lowest on.</summary>
    public static ulong Reaching(ReadOnlySpan<float> scores, float threshold)
    {
        ulong bits = 0;
        var least = Vector256.Create(threshold);
        for (int at = 0; at < Count; at += Vector256<float>.Count)
        {
            bits |= (ulong)Vector256.GreaterThanOrEqual(Vector256.Create(scores[at..]), least).ExtractMostSignificantBits() << at;
        }

        return bits;
    }
}
