using System.Numerics;

namespace ProposalSearch.Retrieval.Scoring;

/// <summary>
/// Lengths in one byte, as Lucene's BM25 keeps them: exact up to 40, then with four significant bits. A greater length never has
/// a smaller code.
/// </summary>
public static class LengthCode
{
    private const int Exact = 24;

    /// <summary>The code of a length.</summary>
    public static byte Encode(int length) => (byte)(length < Exact ? length : Exact + Compress(length - Exact));

    /// <summary>The least length with this code.</summary>
    public static int Decode(byte code) => code < Exact ? code : Exact + Expand(code - Exact);

    private static int Compress(int value)
    {
        int bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
        {
            return value;
        }

        int shift = bits - 4;
        return (value >> shift & 0x07) | (shift + 1) << 3;
    }

    private static int Expand(int code)
    {
        int shift = (code >> 3) - 1;
        return shift < 0 ? code & 0x07 : ((code & 0x07) | 0x08) << shift;
    }
}
