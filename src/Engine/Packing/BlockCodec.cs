using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// Packs 128 unsigned numbers with the same number of bits each. Four lanes of 32 bits stand side by side: number
/// <c>i</c> is in lane <c>i mod 4</c>, so that one vector instruction takes four neighbours apart.
/// <code>
/// bits = 4                 lane 0    lane 1    lane 2    lane 3
/// 16 bytes, bits 0-3:      value 0   value 1   value 2   value 3
///           bits 4-7:      value 4   value 5   value 6   value 7     ... up to value 31, then the next 16 bytes
/// </code>
/// A block takes <c>16 * bits</c> bytes. Layout after D. Lemire and L. Boytsov, "Decoding billions of integers per second
/// through vectorization" (2015).
/// </summary>
internal static class BlockCodec
{
    /// <summary>Bits of a place in a block.</summary>
    public const int SizeBits = 7;

    /// <summary>Numbers in a block.</summary>
    public const int Size = 1 << SizeBits;

    private const int Lanes = 4;
    private const int Rows = Size / Lanes;

    /// <summary>The bits that the greatest of the numbers needs, 0 to 32.</summary>
    public static int BitsNeeded(ReadOnlySpan<uint> values)
    {
        uint all = 0;
        foreach (uint value in values)
        {
            all |= value;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes of a packed block.</summary>
    public static int Bytes(int bits) => Size / 8 * bits;

    /// <summary>Packs 128 numbers, none of which needs more than <paramref name="bits"/> bits.</summary>
    public static void Pack(ReadOnlySpan<uint> values, int bits, Span<byte> destination)
    {
        Span<uint> words = stackalloc uint[bits * (Size / 32)];
        words.Clear();
        for (int i = 0; i < Size; i++)
        {
            int bit = i / Lanes * bits, lane = i % Lanes, shift = bit % 32, word = bit / 32 * Lanes + lane;
            if (bits == 0)
            {
                break;
            }

            words[word] |= values[i] << shift;
            if (shift + bits > 32)
            {
                words[word + Lanes] |= values[i] >> (32 - shift);
            }
        }

        MemoryMarshal.AsBytes(words).CopyTo(destination);
    }

    /// <summary>
    /// Takes a block apart into the first 128 numbers of <paramref name="destination"/>, each made greater by <paramref name="more"/>.
    /// </summary>
    public static void Unpack(ReadOnlySpan<byte> source, int bits, Span<uint> destination, uint more = 0)
    {
        _ = destination[Size - 1];
        if (bits == 0)
        {
            destination[..Size].Fill(more);
            return;
        }

        _ = source[Bytes(bits) - 1];
        ref uint to = ref MemoryMarshal.GetReference(destination);
        ref uint from = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(source));
        var mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
        var added = Vector128.Create(more);
        var word = Vector128.LoadUnsafe(ref from);
        nuint next = Lanes;
        int shift = 0;
        for (nuint row = 0; row < Rows; row++)
        {
            var value = Vector128.ShiftRightLogical(word, shift);
            shift += bits;
            if (shift >= 32 && row + 1 < Rows)
            {
                shift -= 32;
                word = Vector128.LoadUnsafe(ref from, next);
                next += Lanes;
                if (shift > 0)
                {
                    value |= Vector128.ShiftLeft(word, bits - shift);
                }
            }

            ((value & mask) + added).StoreUnsafe(ref to, row * Lanes);
        }
    }

    /// <summary>
    /// Turns 128 gaps into ascending numbers after <paramref name="start"/>: each is one more than the one before it and its gap,
    /// so that a run of neighbours has gaps of 0.
    /// </summary>
    public static void Accumulate(Span<uint> values, uint start)
    {
        if (!Sse2.IsSupported)
        {
            AccumulatePlainly(values[..Size], start);
            return;
        }

        _ = values[Size - 1];
        ref uint at = ref MemoryMarshal.GetReference(values);
        var running = Vector128.Create(start);
        for (nuint i = 0; i < Size; i += 4)
        {
            var gaps = Vector128.LoadUnsafe(ref at, i) + Vector128<uint>.One;
            gaps += Sse2.ShiftLeftLogical128BitLane(gaps, 4);
            gaps += Sse2.ShiftLeftLogical128BitLane(gaps, 8);
            running += gaps;
            running.StoreUnsafe(ref at, i);
            running = Sse2.Shuffle(running, 0xFF);
        }
    }

    /// <summary>The plain twin of <see cref="Accumulate"/>.</summary>
    internal static void AccumulatePlainly(Span<uint> values, uint start)
    {
        for (int i = 0; i < values.Length; i++)
        {
            start += values[i] + 1;
            values[i] = start;
        }
    }

    /// <summary>The plain twin of <see cref="Unpack"/>.</summary>
    internal static void UnpackPlainly(ReadOnlySpan<byte> source, int bits, Span<uint> destination)
    {
        var words = MemoryMarshal.Cast<byte, uint>(source);
        for (int i = 0; i < Size; i++)
        {
            uint value = 0;
            for (int b = 0; b < bits; b++)
            {
                int bit = i / Lanes * bits + b;
                value |= (words[bit / 32 * Lanes + i % Lanes] >> (bit % 32) & 1) << b;
            }

            destination[i] = value;
        }
    }
}
