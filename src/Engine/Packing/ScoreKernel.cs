using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// The arithmetic of many postings at once: BM25 scores of a block, their sums by document, and the documents that have one.
/// </summary>
public static unsafe class ScoreKernel
{
    /// <summary>
    /// <c>scores[i] = weight - weight / (1 + frequencies[i] * inverseNorms[documents[i]])</c>: BM25 in the form that grows with the
    /// frequency whatever the rounding.
    /// </summary>
    public static void Bm25(ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float weight, Span<float> scores)
    {
        int i = 0;
        if (Avx2.IsSupported && documents.Length >= 8)
        {
            i = Bm25ByEight(documents, frequencies, inverseNorms, weight, scores);
        }

        for (; i < documents.Length; i++)
        {
            scores[i] = weight - weight / (1f + frequencies[i] * inverseNorms[documents[i]]);
        }
    }

    private static int Bm25ByEight(ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float weight, Span<float> scores)
    {
        int count = documents.Length & ~7;
        _ = frequencies[count - 1];
        _ = scores[count - 1];
        _ = inverseNorms[documents[^1]];
        ref int document = ref MemoryMarshal.GetReference(documents);
        ref uint frequency = ref MemoryMarshal.GetReference(frequencies);
        ref float score = ref MemoryMarshal.GetReference(scores);
        var weights = Vector256.Create(weight);
        fixed (float* norms = inverseNorms)
        {
            for (nuint i = 0; i < (nuint)count; i += 8)
            {
                var inverse = Avx2.GatherVector256(norms, Vector256.LoadUnsafe(ref document, i), 4);
                var tf = Avx.ConvertToVector256Single(Vector256.LoadUnsafe(ref frequency, i).AsInt32());
                (weights - weights / (Vector256<float>.One + tf * inverse)).StoreUnsafe(ref score, i);
            }
        }

        return count;
    }

    /// <summary>
    /// Adds each score to the sum of its document, <c>sums[documents[i] - start]</c>, and tells which groups of 64 documents were
    /// touched: bit <c>g</c> stands for the documents <c>start + 64 g</c> to <c>start + 64 g + 63</c>. The documents must lie within the 4,096 from <paramref name="start"/>.
    /// </summary>
    public static ulong Add(ReadOnlySpan<int> documents, ReadOnlySpan<float> scores, int start, Span<float> sums)
    {
        if (documents.IsEmpty)
        {
            return 0;
        }

        _ = sums[documents[^1] - start];
        _ = scores[documents.Length - 1];
        ref int document = ref MemoryMarshal.GetReference(documents);
        ref float score = ref MemoryMarshal.GetReference(scores);
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ulong touched = 0;
        for (int i = 0; i < documents.Length; i++)
        {
            int at = Unsafe.Add(ref document, i) - start;
            Unsafe.Add(ref sum, at) += Unsafe.Add(ref score, i);
            touched |= 1UL << (at >> 6);
        }

        return touched;
    }

    /// <summary>The bits of 64 sums that are greater than <paramref name="limit"/>.</summary>
    public static ulong Above(ReadOnlySpan<float> sums, float limit)
    {
        _ = sums[63];
        ref float sum = ref MemoryMarshal.GetReference(sums);
        var limits = Vector256.Create(limit);
        ulong bits = 0;
        for (int i = 0; i < 64; i += 8)
        {
            bits |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref sum, (nuint)i), limits).ExtractMostSignificantBits() << i;
        }

        return bits;
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
