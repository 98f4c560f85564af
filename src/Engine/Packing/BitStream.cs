using System.Buffers.Binary;
using System.Numerics;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// Numbers of the same width, one after the other without lanes, so that any one of them can be read without its neighbours:
/// number <c>i</c> of width <c>w</c> is in the bits <c>i*w</c> to <c>i*w + w - 1</c>, the lowest bit first.
/// </summary>
public static class BitStream
{
    /// <summary>The greatest width.</summary>
    public const int MaximumBits = 32;

    /// <summary>Bytes that must follow the last number, so that a read of eight bytes never leaves the file.</summary>
    public const int Padding = 8;

    /// <summary>Bytes of <paramref name="count"/> numbers.</summary>
    public static int Bytes(int count, int bits) => (int)(((long)count * bits + 7) / 8);

    /// <summary>The bits that a number needs, 0 to 32.</summary>
    public static int BitsNeeded(uint value) => 32 - BitOperations.LeadingZeroCount(value);

    /// <summary>Reads number <paramref name="index"/>.</summary>
    public static uint Read(ReadOnlySpan<byte> source, long index, int bits)
    {
        long bit = index * bits;
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(source[(int)(bit >> 3)..]);
        return (uint)(word >> (int)(bit & 7) & ((1UL << bits) - 1));
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
