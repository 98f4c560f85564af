using System.Numerics;

namespace ProposalSearch.Engine.Columns;

/// <summary>Reading a bitset 64 bits at a time.</summary>
internal static class BitWords
{
    /// <summary>How many positions <see cref="AddPositions"/> may write beyond those that it returns.</summary>
    public const int Slack = 4;

    /// <summary>64 bits from any bit on, which may be up to 63 before the first; bits outside are 0.</summary>
    public static ulong At(ReadOnlySpan<ulong> bits, int start)
    {
        var (word, shift) = (start >> 6, start & 63);
        var low = (uint)word < (uint)bits.Length ? bits[word] >> shift : 0;
        return shift > 0 && (uint)(word + 1) < (uint)bits.Length ? low | bits[word + 1] << (64 - shift) : low;
    }

    /// <summary>
    /// Writes where the bits of a word are. Four at a time, needed or not, so that all words with no more than four bits take the same way
    /// and the processor does not guess wrong.
    /// </summary>
    /// <param name="word">The bits.</param>
    /// <param name="start">Is added to each.</param>
    /// <param name="positions">At least the bits and <see cref="Slack"/> long.</param>
    /// <returns>How many bits there are.</returns>
    public static int AddPositions(ulong word, int start, Span<int> positions)
    {
        var count = BitOperations.PopCount(word);
        var i = 0;
        do
        {
            var four = positions.Slice(i, 4);
            four[0] = start + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            four[1] = start + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            four[2] = start + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            four[3] = start + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            i += 4;
        }
        while (i < count);

        return count;
    }
}
