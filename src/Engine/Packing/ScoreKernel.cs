using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// The arithmetic of many postings at once: BM25 scores of a block, their sums by document, and the documents that have one.
/// </summary>
internal static unsafe class ScoreKernel
{
    /// <summary>
    /// Adds what documents score for a term to their sums: <c>sums[documents[i] - start] += weight - weight / (1 + frequencies[i] *
    /// inverseNorms[documents[i]])</c>, BM25 in the form that grows with the frequency whatever the rounding. Eight at a time, so that the
    /// divisions of the next ones run beside the additions.
    /// </summary>
    public static void AddBm25(
        ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float weight, int start,
        Span<float> sums)
    {
        if (documents.IsEmpty)
        {
            return;
        }

        int i = 0;
        if (Avx2.IsSupported && documents.Length >= 8)
        {
            i = AddBm25ByEight(documents, frequencies, inverseNorms, weight, start, sums);
        }

        for (; i < documents.Length; i++)
        {
            sums[documents[i] - start] += weight - weight / (1f + frequencies[i] * inverseNorms[documents[i]]);
        }
    }

    private static int AddBm25ByEight(
        ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float weight, int start,
        Span<float> sums)
    {
        int count = documents.Length & ~7;
        _ = frequencies[count - 1];
        _ = inverseNorms[documents[^1]];
        _ = sums[documents[0] - start];
        _ = sums[documents[^1] - start];
        ref int document = ref MemoryMarshal.GetReference(documents);
        ref uint frequency = ref MemoryMarshal.GetReference(frequencies);
        var weights = Vector256.Create(weight);
        float* scores = stackalloc float[8];
        fixed (float* norms = inverseNorms, first = sums)
        {
            float* sum = first - start;
            for (nuint i = 0; i < (nuint)count; i += 8)
            {
                var inverse = Avx2.GatherVector256(norms, Vector256.LoadUnsafe(ref document, i), 4);
                var tf = Avx.ConvertToVector256Single(Vector256.LoadUnsafe(ref frequency, i).AsInt32());
                (weights - weights / (Vector256<float>.One + tf * inverse)).Store(scores);
                sum[Unsafe.Add(ref document, i)] += scores[0];
                sum[Unsafe.Add(ref document, i + 1)] += scores[1];
                sum[Unsafe.Add(ref document, i + 2)] += scores[2];
                sum[Unsafe.Add(ref document, i + 3)] += scores[3];
                sum[Unsafe.Add(ref document, i + 4)] += scores[4];
                sum[Unsafe.Add(ref document, i + 5)] += scores[5];
                sum[Unsafe.Add(ref document, i + 6)] += scores[6];
                sum[Unsafe.Add(ref document, i + 7)] += scores[7];
            }
        }

        return count;
    }

    /// <summary>The bits of 64 sums that are greater than <paramref name="limit"/>.</summary>
    public static ulong Above(ReadOnlySpan<float> sums, float limit)
    {
        _ = sums[63];
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ulong bits = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var wide = Vector512.Create(limit);
            for (int i = 0; i < 64; i += 16)
            {
                bits |= Vector512.GreaterThan(Vector512.LoadUnsafe(ref sum, (nuint)i), wide).ExtractMostSignificantBits() << i;
            }

            return bits;
        }

        var limits = Vector256.Create(limit);
        for (int i = 0; i < 64; i += 8)
        {
            bits |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref sum, (nuint)i), limits).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    /// <summary>The greatest of some bytes; 0 if there are none.</summary>
    public static byte Greatest(ReadOnlySpan<byte> values)
    {
        byte greatest = 0;
        foreach (byte value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }

    /// <summary>Sets the bit <c>documents[i] - start</c> for each document; all lie within <paramref name="bits"/>.</summary>
    public static void Mark(ReadOnlySpan<int> documents, int start, Span<ulong> bits)
    {
        if (documents.IsEmpty)
        {
            return;
        }

        _ = bits[(documents[^1] - start) >> 6];
        ref ulong words = ref MemoryMarshal.GetReference(bits);
        int word = (documents[0] - start) >> 6;
        ulong pending = 0;
        foreach (int document in documents)
        {
            int at = document - start;
            if (at >> 6 != word)
            {
                Unsafe.Add(ref words, word) |= pending;
                pending = 0;
                word = at >> 6;
            }

            pending |= 1UL << at;
        }

        Unsafe.Add(ref words, word) |= pending;
    }

    /// <summary>
    /// How many numbers of an ascending row of at most a few hundred come before <paramref name="target"/>: compared all at once, without a
    /// branch to mispredict.
    /// </summary>
    public static int CountBefore(ReadOnlySpan<int> ascending, int target)
    {
        int count = 0, i = 0;
        ref int number = ref MemoryMarshal.GetReference(ascending);
        if (Vector512.IsHardwareAccelerated)
        {
            var targets = Vector512.Create(target);
            for (; i + Vector512<int>.Count <= ascending.Length; i += Vector512<int>.Count)
            {
                count += BitOperations.PopCount(
                    Vector512.LessThan(Vector512.LoadUnsafe(ref number, (nuint)i), targets).ExtractMostSignificantBits());
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            var targets = Vector256.Create(target);
            for (; i + Vector256<int>.Count <= ascending.Length; i += Vector256<int>.Count)
            {
                count += BitOperations.PopCount(
                    Vector256.LessThan(Vector256.LoadUnsafe(ref number, (nuint)i), targets).ExtractMostSignificantBits());
            }
        }

        for (; i < ascending.Length && ascending[i] < target; i++)
        {
            count++;
        }

        return count;
    }

    /// <summary>How many bits are set.</summary>
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        int count = 0;
        foreach (ulong word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
