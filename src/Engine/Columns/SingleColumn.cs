using System.Numerics;

namespace ProposalSearch.Engine.Columns;

/// <summary>Counting and marking where each document has one number: its ordinal + 1, or 0 for none.</summary>
internal static class SingleColumn
{
    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count<T>(ReadOnlySpan<T> stored, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = stored[firstDocument..];
        Span<int> buffer = stackalloc int[MatchPositions.Capacity];
        var walk = new MatchPositions(matches);
        for (var batch = walk.Next(buffer); batch > 0; batch = walk.Next(buffer))
        {
            foreach (var position in buffer[..batch])
            {
                var ordinal = int.CreateTruncating(stored[position]) - 1;
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
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public static void Mark<T>(ReadOnlySpan<T> stored, ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = stored.Slice(range.First, range.Count);
        if (!missing && wanted.Count(true) <= 1)
        {
            MarkOne(stored, T.CreateTruncating(wanted.IndexOf(true) + 1), bits);
            return;
        }

        for (var start = 0; start < stored.Length; start += 64)
        {
            bits[start / 64] |= MarkWord(stored[start..Math.Min(start + 64, stored.Length)], wanted, missing);
        }
    }

    private static void MarkOne<T>(ReadOnlySpan<T> stored, T number, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        var at = number == T.Zero ? -1 : stored.IndexOf(number);
        while (at >= 0)
        {
            bits[at / 64] |= 1UL << (at % 64);
            var next = stored[(at + 1)..].IndexOf(number);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static ulong MarkWord<T>(ReadOnlySpan<T> stored, ReadOnlySpan<bool> wanted, bool missing)
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
