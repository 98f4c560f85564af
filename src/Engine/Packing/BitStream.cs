using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// Numbers of the same width, one after the other without lanes, so that any one of them can be read without its neighbours:
/// number <c>i</c> of width <c>w</c> is in the bits <c>i*w</c> to <c>i*w + w - 1</c>, the lowest bit first.
/// </summary>
internal static class BitStream
{
    /// <summary>The greatest width.</summary>
    public const int MaximumBits = 32;

    /// <summary>Numbers of up to so many bits lie within four bytes, wherever in the first byte they begin.</summary>
    private const int BitsWithinAWord = 25;

    /// <summary>Bytes that must follow the last number, so that a read of eight bytes never leaves the file.</summary>
    public const int Padding = 8;

    /// <summary>Bytes of <paramref name="count"/> numbers.</summary>
    public static int Bytes(int count, int bits) => (int)(((long)count * bits + 7) / 8);

    /// <summary>Reads number <paramref name="index"/>.</summary>
    public static uint Read(ReadOnlySpan<byte> source, long index, int bits)
    {
        long bit = index * bits;
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(source[(int)(bit >> 3)..]);
        return (uint)(word >> (int)(bit & 7) & ((1UL << bits) - 1));
    }

    /// <summary>
    /// Reads as many numbers as there is room for, from number <paramref name="first"/> on. The <see cref="Padding"/> after the last
    /// number must be part of <paramref name="source"/>.
    /// </summary>
    public static unsafe void Read(ReadOnlySpan<byte> source, int first, int bits, Span<uint> destination)
    {
        int done = 0;
        if (Avx2.IsSupported && bits <= BitsWithinAWord && destination.Length >= Vector256<uint>.Count)
        {
            _ = source[Bytes(first + destination.Length, bits) + Padding - 1];
            done = destination.Length & -Vector256<uint>.Count;
            int start = (int)((long)first * bits / 8), firstBit = (int)((long)first * bits % 8), wide = 0;
            if (Avx512Vbmi.IsSupported)
            {
                wide = ReadBySixteen(source[start..], firstBit, bits, destination[..done]);
                start += wide / 8 * bits;
            }

            fixed (byte* bytes = source)
            {
                ReadByEight(bytes + start, firstBit, bits, destination[wide..done]);
            }
        }

        for (; done < destination.Length; done++)
        {
            destination[done] = Read(source, first + done, bits);
        }
    }

    /// <summary>
    /// One permutation gives each of sixteen lanes the four bytes that hold its number, for as long as 64 bytes can be loaded. Sixteen
    /// numbers take a whole number of bytes, so that the next sixteen lie alike.
    /// </summary>
    /// <returns>How many numbers were read.</returns>
    private static int ReadBySixteen(ReadOnlySpan<byte> source, int firstBit, int bits, Span<uint> destination)
    {
        if (source.Length < Vector512<byte>.Count || destination.Length < Vector512<uint>.Count)
        {
            return 0;
        }

        int loads = bits == 0 ? int.MaxValue : (source.Length - Vector512<byte>.Count) / (2 * bits) + 1;
        int groups = Math.Min(destination.Length / Vector512<uint>.Count, loads);
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref uint to = ref MemoryMarshal.GetReference(destination);
        var lanes = Vector512<int>.Indices * bits + Vector512.Create(firstBit);
        var places = (Vector512.ShiftRightArithmetic(lanes, 3) * 0x01010101 + Vector512.Create(0x03020100)).AsByte();
        var shifts = (lanes & Vector512.Create(7)).AsUInt32();
        var mask = Vector512.Create((1u << bits) - 1);
        for (int group = 0; group < groups; group++)
        {
            var bytes = Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref from, (nuint)(group * 2 * bits)), places);
            (Avx512F.ShiftRightLogicalVariable(bytes.AsUInt32(), shifts) & mask).StoreUnsafe(ref to, (nuint)(group * 16));
        }

        return groups * 16;
    }

    /// <summary>Each lane fetches the four bytes that hold its number, shifts it down and cuts it off.</summary>
    private static unsafe void ReadByEight(byte* bytes, int firstBit, int bits, Span<uint> destination)
    {
        ref uint to = ref MemoryMarshal.GetReference(destination);
        var mask = Vector256.Create((1u << bits) - 1);
        var lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) * bits + Vector256.Create(firstBit);
        for (nuint i = 0; i < (nuint)destination.Length; i += 8)
        {
            var words = Avx2.GatherVector256((int*)bytes, Vector256.ShiftRightArithmetic(lanes, 3), 1).AsUInt32();
            (Avx2.ShiftRightLogicalVariable(words, (lanes & Vector256.Create(7)).AsUInt32()) & mask).StoreUnsafe(ref to, i);
            bytes += bits;
        }
    }

    /// <summary>Adds numbers to a buffer and tells its new length; the buffer is zero beyond <paramref name="length"/>.</summary>
    public static int Append(Span<byte> buffer, int length, ReadOnlySpan<uint> values, int bits)
    {
        ulong pending = 0;
        int held = 0;
        foreach (uint value in values)
        {
            pending |= (ulong)value << held;
            held += bits;
            while (held >= 8)
            {
                buffer[length++] = (byte)pending;
                pending >>= 8;
                held -= 8;
            }
        }

        if (held > 0)
        {
            buffer[length++] = (byte)pending;
        }

        return length;
    }
}
