using System.Numerics;
using System.Runtime.Intrinsics;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// Questions about 64 bytes at once, answered as 64 bits: bit <c>i</c> is byte <c>i</c>. Each method has a plain twin in the tests.
/// </summary>
internal static class ByteBlock
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 64;

    /// <summary>Which bytes equal one of a few values.</summary>
    public static ulong EqualAny(ReadOnlySpan<byte> block, ReadOnlySpan<byte> values)
    {
        var low = Vector256.Create(block);
        var high = Vector256.Create(block[32..]);
        var (lowHits, highHits) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        foreach (var value in values)
        {
            var wanted = Vector256.Create(value);
            lowHits |= Vector256.Equals(low, wanted);
            highHits |= Vector256.Equals(high, wanted);
        }

        return Mask(lowHits, highHits);
    }

    /// <summary>
    /// Adds to <c>counts[v - 1]</c> how many of the selected bytes equal <c>v</c>, for each <c>v</c> from 1 to the number of
    /// counts.
    /// </summary>
    /// <param name="block">64 bytes.</param>
    /// <param name="selected">Which of them count.</param>
    /// <param name="counts">At most 255.</param>
    /// <returns>How many were counted.</returns>
    public static int CountEach(ReadOnlySpan<byte> block, ulong selected, Span<int> counts)
    {
        var low = Vector256.Create(block);
        var high = Vector256.Create(block[32..]);
        var sum = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var wanted = Vector256.Create((byte)(i + 1));
            var count = BitOperations.PopCount(Mask(Vector256.Equals(low, wanted), Vector256.Equals(high, wanted)) & selected);
            counts[i] += count;
            sum += count;
        }

        return sum;
    }

    private static ulong Mask(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;
}
