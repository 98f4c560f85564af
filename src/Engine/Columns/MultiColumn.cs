using System.Numerics;

namespace ProposalSearch.Engine.Columns;

/// <summary>Counting and marking where documents may have several values.</summary>
internal static class MultiColumn
{
    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count<T>(ColumnEntries entries, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        var ordinals = entries.Ordinals<T>();
        for (var i = 0; i < matches.Length; i++)
        {
            for (var word = matches[i]; word != 0; word &= word - 1)
            {
                var (start, end) = entries.RangeOf(firstDocument + (i * 64) + BitOperations.TrailingZeroCount(word));
                missing += start == end ? 1 : 0;
                for (var entry = start; entry < end; entry++)
                {
                    counts[int.CreateTruncating(ordinals[entry])]++;
                }
            }
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public static void Mark<T>(ColumnEntries entries, ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        var ordinals = entries.Ordinals<T>();
        for (var i = 0; i < range.Count; i++)
        {
            var (start, end) = entries.RangeOf(range.First + i);
            var hit = missing && start == end;
            for (var entry = start; entry < end; entry++)
            {
                hit |= wanted[int.CreateTruncating(ordinals[entry])];
            }

            bits[i / 64] |= (hit ? 1UL : 0UL) << (i % 64);
        }
    }
}
