namespace ProposalSearch.Foundation.Bytes;

/// <summary>
/// Unsigned numbers in as few bytes as they need, seven bits a byte, the lowest first; the top bit says that more follows.
/// </summary>
public static class VarInt
{
    /// <summary>Bytes of a number of 32 bits at most.</summary>
    public const int MaximumBytes32 = 5;

    /// <summary>Writes a number and tells how many bytes it took.</summary>
    public static int Write(Span<byte> destination, uint value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            destination[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a number and moves <paramref name="position"/> past it.</summary>
    public static uint Read(ReadOnlySpan<byte> source, ref int position)
    {
        uint value = source[position++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            uint next = source[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Reads a number of up to 64 bits and moves <paramref name="position"/> past it.</summary>
    public static ulong ReadLong(ReadOnlySpan<byte> source, ref int position)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            ulong next = source[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
