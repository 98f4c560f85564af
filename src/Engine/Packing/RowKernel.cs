using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// Rows of what is known of the documents of a stretch: ascending numbers of 32 bits, each with a document in its upper twelve, counted
/// from the first of the stretch, and in the other twenty whatever the row is about. Documents of a stretch lie within 4,096 after its
/// start, a multiple of 64; a set of them is 64 words of bits.
/// </summary>
internal static class RowKernel
{
    /// <summary>Bits of a number below those of the document.</summary>
    public const int DocumentShift = 20;

    /// <summary>The bits that are not the document's.</summary>
    public const uint RestMask = (1u << DocumentShift) - 1;

    /// <summary>The document of a number.</summary>
    public static int DocumentOf(uint number) => (int)(number >> DocumentShift);

    /// <summary>Writes a number for each document, the first with <paramref name="rest"/>, the next with one more, and so on.</summary>
    public static void Fill(ReadOnlySpan<int> documents, int start, uint rest, Span<uint> row)
    {
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            _ = row[..documents.Length];
            ref int document = ref MemoryMarshal.GetReference(documents);
            ref uint to = ref MemoryMarshal.GetReference(row);
            var (first, rests) = (Vector256.Create(start), Vector256<uint>.Indices + Vector256.Create(rest));
            for (; i + Vector256<int>.Count <= documents.Length; i += Vector256<int>.Count)
            {
                var places = (Vector256.LoadUnsafe(ref document, (nuint)i) - first).AsUInt32();
                (Vector256.ShiftLeft(places, DocumentShift) | rests).StoreUnsafe(ref to, (nuint)i);
                rests += Vector256.Create((uint)Vector256<int>.Count);
            }
        }

        for (; i < documents.Length; i++)
        {
            row[i] = ((uint)(documents[i] - start) << DocumentShift) + rest + (uint)i;
        }
    }

    /// <summary>As <see cref="Fill"/>, of documents that are in a set.</summary>
    /// <returns>How many there are.</returns>
    public static int FillWithin(ReadOnlySpan<int> documents, ReadOnlySpan<ulong> bits, int start, uint rest, Span<uint> row)
    {
        Fill(documents, start, rest, row);
        return Keep(row[..documents.Length], bits);
    }

    /// <summary>
    /// As <see cref="FillWithin"/>, only of documents with <c>frequencies[i] * inverseNorms[documents[i]]</c> greater than
    /// <paramref name="least"/>: a score can be enough only there.
    /// </summary>
    /// <returns>How many there are.</returns>
    public static int FillAbove(
        ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float least,
        ReadOnlySpan<ulong> bits, int start, uint rest, Span<uint> row)
    {
        int count = 0;
        for (int from = 0; from < documents.Length; from += 64)
        {
            int to = Math.Min(from + 64, documents.Length);
            for (ulong above = Above(documents[from..to], frequencies[from..to], inverseNorms, least); above != 0; above &= above - 1)
            {
                int i = from + BitOperations.TrailingZeroCount(above), at = documents[i] - start;
                row[count] = ((uint)at << DocumentShift) + rest + (uint)i;
                count += (int)(bits[at >> 6] >> at & 1);
            }
        }

        return count;
    }

    /// <summary>Keeps the numbers whose documents are in a set, at the beginning of the row.</summary>
    /// <returns>How many there are.</returns>
    public static int Keep(Span<uint> row, ReadOnlySpan<ulong> bits)
    {
        _ = bits[63];
        ref ulong words = ref MemoryMarshal.GetReference(bits);
        int count = 0;
        foreach (uint number in row)
        {
            row[count] = number;
            count += (int)(Unsafe.Add(ref words, number >> (DocumentShift + 6)) >> (int)(number >> DocumentShift) & 1);
        }

        return count;
    }

    /// <summary>Sets the bit of each document of a row.</summary>
    public static void Mark(ReadOnlySpan<uint> row, Span<ulong> bits)
    {
        _ = bits[63];
        ref ulong words = ref MemoryMarshal.GetReference(bits);
        uint word = 0;
        ulong pending = 0;
        foreach (uint number in row)
        {
            if (number >> (DocumentShift + 6) != word)
            {
                Unsafe.Add(ref words, word) |= pending;
                pending = 0;
                word = number >> (DocumentShift + 6);
            }

            pending |= 1UL << (int)(number >> DocumentShift);
        }

        Unsafe.Add(ref words, word) |= pending;
    }

    /// <summary>
    /// How many numbers at the beginning of a row, which has one at least, agree with its first in all bits from <paramref name="shift"/>
    /// on.
    /// </summary>
    public static int RunLength(ReadOnlySpan<uint> row, int shift)
    {
        uint first = row[0] >> shift;
        int count = 1;
        while (count < row.Length && row[count] >> shift == first)
        {
            count++;
        }

        return count;
    }

    /// <summary>Which of up to 64 documents have a product greater than the least, a bit each.</summary>
    private static ulong Above(ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<float> inverseNorms, float least)
    {
        int i = 0;
        ulong above = 0;
        if (Avx2.IsSupported)
        {
            _ = frequencies[documents.Length - 1];
            _ = inverseNorms[documents[^1]];
            ref int document = ref MemoryMarshal.GetReference(documents);
            ref uint frequency = ref MemoryMarshal.GetReference(frequencies);
            var limits = Vector256.Create(least);
            unsafe
            {
                fixed (float* norms = inverseNorms)
                {
                    for (; i + 8 <= documents.Length; i += 8)
                    {
                        var inverse = Avx2.GatherVector256(norms, Vector256.LoadUnsafe(ref document, (nuint)i), 4);
                        var tf = Avx.ConvertToVector256Single(Vector256.LoadUnsafe(ref frequency, (nuint)i).AsInt32());
                        above |= (ulong)Vector256.GreaterThan(tf * inverse, limits).ExtractMostSignificantBits() << i;
                    }
                }
            }
        }

        for (; i < documents.Length; i++)
        {
            above |= (frequencies[i] * inverseNorms[documents[i]] > least ? 1UL : 0) << i;
        }

        return above;
    }
}
