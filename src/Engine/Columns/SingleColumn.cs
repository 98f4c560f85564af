using System.Numerics;

namespace ProposalSearch.Engine.Columns;

/// <summary>Counting and marking where each document has one number: its ordinal + 1, or 0 for none. The plain way, for any width.</summary>
internal static class SingleColumn
{
    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count<T>(ReadOnlySpan<T> stored, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = stored[firstDocument..];
        for (var word = 0; word < matches.Length; word++)
        {
            CountWord(stored, matches[word], word * 64, counts, ref missing);
        }
    }

    /// <summary>Counts over the 64 documents of one word of the bitset.</summary>
    public static void CountWord<T>(ReadOnlySpan<T> stored, ulong matches, int start, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (; matches != 0; matches &= matches - 1)
        {
            var ordinal = int.CreateTruncating(stored[start + BitOperations.TrailingZeroCount(matches)]) - 1;
            if (ordinal < 0)
            {
                missing++;
            }
            else
            {
                counts[ordinal]++;
            }
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public static void Mark<T>(ReadOnlySpan<T> stored, ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = stored.Slice(range.First, range.Count);
        for (var start = 0; start < stored.Length; start += 64)
        {
            bits[start / 64] |= MarkWord(stored[start..Math.Min(start + 64, stored.Length)], wanted, missing);
        }
    }

    /// <summary>The bits of at most 64 documents.</summary>
    public static ulong MarkWord<T>(ReadOnlySpan<T> stored, ReadOnlySpan<bool> wanted, bool missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        var word = 0UL;
        for (var i = 0; i < stored.Length; i++)
        {
            var ordinal = int.CreateTruncating(stored[i]) - 1;
            var hit = ordinal < 0 ? missing : wanted[ordinal];
            word |= (hit ? 1UL : 0UL) << i;
        }

        return word;
    }
}
