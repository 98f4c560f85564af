using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>The arithmetic of ascending rows of numbers: from gaps to numbers, and which numbers of one row are in another too.</summary>
internal static class PositionKernel
{
    /// <summary>How many gaps and numbers are touched behind the last one.</summary>
    public const int Ahead = 9;

    private const int Lanes = 8;

    /// <summary>
    /// Writes <paramref name="count"/> numbers that begin with <paramref name="first"/>, each after it one more than the one before it
    /// and its gap. Most rows are short: the first nine are written without asking how many there are, so both spans reach
    /// <see cref="Ahead"/> further than needed.
    /// </summary>
    /// <returns>The last number.</returns>
    public static uint Accumulate(uint first, ReadOnlySpan<uint> gaps, int count, Span<uint> numbers)
    {
        _ = gaps[Math.Max(count - 1, Ahead) - 1];
        _ = numbers[Math.Max(count, Ahead) - 1];
        ref uint gap = ref MemoryMarshal.GetReference(gaps);
        ref uint number = ref MemoryMarshal.GetReference(numbers);
        number = first;
        AddUp(Vector256.LoadUnsafe(ref gap), first).StoreUnsafe(ref number, 1);
        if (count > Ahead)
        {
            uint last = Unsafe.Add(ref number, Ahead - 1);
            int i = Ahead;
            for (; i + Lanes <= count; i += Lanes)
            {
                AddUp(Vector256.LoadUnsafe(ref gap, (nuint)i - 1), last).StoreUnsafe(ref number, (nuint)i);
                last = Unsafe.Add(ref number, i + Lanes - 1);
            }

            for (; i < count; i++)
            {
                Unsafe.Add(ref number, i) = last += Unsafe.Add(ref gap, i - 1) + 1;
            }
        }

        return Unsafe.Add(ref number, count - 1);
    }

    /// <summary>The eight numbers after <paramref name="first"/>, in three steps: sums of two, of four, and of all neighbours.</summary>
    private static Vector256<uint> AddUp(Vector256<uint> gaps, uint first)
    {
        var sums = gaps + Vector256<uint>.One;
        if (!Avx2.IsSupported)
        {
            uint sum = first;
            for (int lane = 0; lane < Lanes; lane++)
            {
                sum += sums[lane];
                sums = sums.WithElement(lane, sum);
            }

            return sums;
        }

        sums += Avx2.ShiftLeftLogical128BitLane(sums, 4);
        sums += Avx2.ShiftLeftLogical128BitLane(sums, 8);
        var lower = Avx2.PermuteVar8x32(sums, Vector256.Create(3u));
        return sums
            + (lower & Vector256.Create(0u, 0, 0, 0, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue))
            + Vector256.Create(first);
    }

    /// <summary>
    /// Writes how much the numbers before each add up to, every one counted one less than it is, and behind them the sum of all.
    /// </summary>
    public static void SumBefore(ReadOnlySpan<uint> numbers, Span<int> sums)
    {
        int i = 0, sum = 0;
        sums[0] = 0;
        if (Sse2.IsSupported && numbers.Length >= 4)
        {
            _ = sums[numbers.Length];
            ref uint number = ref MemoryMarshal.GetReference(numbers);
            ref int to = ref MemoryMarshal.GetReference(sums);
            var before = Vector128<int>.Zero;
            for (; i + 4 <= numbers.Length; i += 4)
            {
                var four = Vector128.LoadUnsafe(ref number, (nuint)i).AsInt32() - Vector128<int>.One;
                four += Sse2.ShiftLeftLogical128BitLane(four, 4);
                four += Sse2.ShiftLeftLogical128BitLane(four, 8);
                (before + four).StoreUnsafe(ref to, (nuint)i + 1);
                before += Sse2.Shuffle(four, 0xFF);
            }

            sum = before.ToScalar();
        }

        for (; i < numbers.Length; i++)
        {
            sum += (int)numbers[i] - 1;
            sums[i + 1] = sum;
        }
    }

    /// <summary>
    /// Writes the numbers of one ascending row that <paramref name="others"/>, another, has at a distance: <c>n</c> where it has
    /// <c>n + distance</c>. No number leaves the range of 32 bits by that. Eight neighbours of a row are compared with eight of the other,
    /// and then the row moves on whose eighth is the smaller (after D. Lemire, L. Boytsov, N. Kurz, "SIMD compression and the intersection
    /// of sorted integers", 2016).
    /// </summary>
    /// <param name="numbers">The row, strictly ascending.</param>
    /// <param name="distance">The distance, which may be negative.</param>
    /// <param name="others">The other row, strictly ascending.</param>
    /// <param name="kept">Where to; as long as <paramref name="numbers"/>, and not the same memory.</param>
    /// <returns>How many were written.</returns>
    public static int KeepFollowed(ReadOnlySpan<uint> numbers, int distance, ReadOnlySpan<uint> others, Span<uint> kept)
    {
        _ = kept[..numbers.Length];
        int i = 0, j = 0, count = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref uint number = ref MemoryMarshal.GetReference(numbers);
            ref uint other = ref MemoryMarshal.GetReference(others);
            while (i + Lanes <= numbers.Length && j + Lanes <= others.Length)
            {
                var wanted = Vector256.LoadUnsafe(ref number, (nuint)i) + Vector256.Create((uint)distance);
                for (uint found = Equal(wanted, Vector256.LoadUnsafe(ref other, (nuint)j)); found != 0; found &= found - 1)
                {
                    kept[count++] = Unsafe.Add(ref number, i + BitOperations.TrailingZeroCount(found));
                }

                uint last = wanted[Lanes - 1], lastOther = Unsafe.Add(ref other, j + Lanes - 1);
                i += last <= lastOther ? Lanes : 0;
                j += lastOther <= last ? Lanes : 0;
            }
        }

        return count + KeepFollowedPlainly(numbers[i..], distance, others[j..], kept[count..]);
    }

    /// <summary>The plain twin of <see cref="KeepFollowed"/>.</summary>
    internal static int KeepFollowedPlainly(ReadOnlySpan<uint> numbers, int distance, ReadOnlySpan<uint> others, Span<uint> kept)
    {
        int at = 0, count = 0;
        foreach (uint number in numbers)
        {
            uint wanted = number + (uint)distance;
            while (at < others.Length && others[at] < wanted)
            {
                at++;
            }

            if (at < others.Length && others[at] == wanted)
            {
                kept[count++] = number;
            }
        }

        return count;
    }

    /// <summary>Which of eight numbers are among eight others, a bit each.</summary>
    private static uint Equal(Vector256<uint> numbers, Vector256<uint> others)
    {
        var swapped = Vector256.Shuffle(others, Vector256.Create(4u, 5, 6, 7, 0, 1, 2, 3));
        var equal = Vector256.Equals(numbers, others) | Vector256.Equals(numbers, swapped);
        for (int turn = 1; turn < Lanes / 2; turn++)
        {
            others = Vector256.Shuffle(others, Vector256.Create(1u, 2, 3, 0, 5, 6, 7, 4));
            swapped = Vector256.Shuffle(swapped, Vector256.Create(1u, 2, 3, 0, 5, 6, 7, 4));
            equal |= Vector256.Equals(numbers, others) | Vector256.Equals(numbers, swapped);
        }

        return equal.ExtractMostSignificantBits();
    }
}
