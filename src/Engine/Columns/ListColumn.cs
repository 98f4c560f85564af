using System.Numerics;

namespace ProposalSearch.Engine.Columns;

/// <summary>Counting and marking where documents may have several of many values.</summary>
internal static class ListColumn
{
    /// <summary>From so many matches in a block on, its ends are read at once.</summary>
    private const int ManyMatches = 6;

    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count<T>(ColumnEntries entries, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        var ordinals = entries.Ordinals<T>();
        Span<int> bounds = stackalloc int[OrdinalColumnFormat.BlockDocuments + 1];
        var block = firstDocument / 64;
        for (var start = (block * 64) - firstDocument; start < matches.Length * 64; start += 64, block++)
        {
            var selected = BitWords.At(matches, start);
            if (BitOperations.PopCount(selected) >= ManyMatches)
            {
                CountBlock(ordinals, entries.BoundsOf(block, bounds), selected, counts, ref missing);
            }
            else
            {
                CountFew(entries, ordinals, block * 64, selected, counts, ref missing);
            }
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public static void Mark<T>(ColumnEntries entries, ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        var ordinals = entries.Ordinals<T>();
        Span<int> bounds = stackalloc int[OrdinalColumnFormat.BlockDocuments + 1];
        for (var document = range.First; document < range.First + range.Count;)
        {
            var of = entries.BoundsOf(document / 64, bounds);
            for (var i = document % 64; i < of.Length - 1 && document < range.First + range.Count; i++, document++)
            {
                var hit = missing && of[i] == of[i + 1];
                foreach (var ordinal in ordinals[of[i]..of[i + 1]])
                {
                    hit |= wanted[int.CreateTruncating(ordinal)];
                }

                var bit = document - range.First;
                bits[bit / 64] |= (hit ? 1UL : 0UL) << (bit % 64);
            }
        }
    }

    private static void CountBlock<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<int> bounds, ulong selected, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (selected == ulong.MaxValue)
        {
            CountAll(ordinals[bounds[0]..bounds[64]], bounds, counts, ref missing);
            return;
        }

        for (; selected != 0; selected &= selected - 1)
        {
            var document = BitOperations.TrailingZeroCount(selected);
            Count(ordinals[bounds[document]..bounds[document + 1]], counts, ref missing);
        }
    }

    private static void CountAll<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<int> bounds, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (var ordinal in ordinals)
        {
            counts[int.CreateTruncating(ordinal)]++;
        }

        for (var i = 0; i < 64; i++)
        {
            missing += bounds[i] == bounds[i + 1] ? 1 : 0;
        }
    }

    private static void CountFew<T>(
        ColumnEntries entries, ReadOnlySpan<T> ordinals, int first, ulong selected, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (; selected != 0; selected &= selected - 1)
        {
            var (start, end) = entries.RangeOf(first + BitOperations.TrailingZeroCount(selected));
            Count(ordinals[start..end], counts, ref missing);
        }
    }

    private static void Count<T>(ReadOnlySpan<T> ordinals, Span<int> counts, ref int missing)
        where T : unmanaged, IBinaryInteger<T>
    {
        missing += ordinals.IsEmpty ? 1 : 0;
        foreach (var ordinal in ordinals)
        {
            counts[int.CreateTruncating(ordinal)]++;
        }
    }
}
