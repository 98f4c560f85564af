using System.Numerics;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Counting and marking where each document has one byte, the usual facet: the ways of <see cref="SingleColumn"/>, but where many documents
/// match, faster ones. A duel test holds them equal.
/// </summary>
internal static class ByteColumn
{
    /// <summary>Up to so many values, 64 documents are compared with each value at once.</summary>
    private const int FewValues = 24;

    /// <summary>From so many matches on, clearing and adding up tables of 256 counts pays.</summary>
    private const int ManyMatches = 1024;

    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
    {
        stored = stored[firstDocument..];
        if (counts.Length <= FewValues)
        {
            CountByValue(stored, matches, counts, ref missing);
        }
        else if (CountBits(matches) >= ManyMatches)
        {
            CountInTables(stored, matches, counts, ref missing);
        }
        else
        {
            SingleColumn.Count(stored, matches, 0, counts, ref missing);
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public static void Mark(ReadOnlySpan<byte> stored, ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
    {
        stored = stored.Slice(range.First, range.Count);
        Span<bool> table = stackalloc bool[256];
        table.Clear();
        table[0] = missing;
        wanted.CopyTo(table[1..]);
        var number = (byte)Math.Max(0, table.IndexOf(true));
        var one = table.Count(true) == 1;
        var start = 0;
        for (; start + 64 <= stored.Length; start += 64)
        {
            var block = stored.Slice(start, 64);
            bits[start / 64] |= one ? ByteBlock.Equal(block, number) : MarkBlock(block, table);
        }

        if (start < stored.Length)
        {
            bits[start / 64] |= MarkBlock(stored[start..], table);
        }
    }

    private static ulong MarkBlock(ReadOnlySpan<byte> block, ReadOnlySpan<bool> table)
    {
        var word = 0UL;
        for (var i = 0; i < block.Length; i++)
        {
            word |= (table[block[i]] ? 1UL : 0UL) << i;
        }

        return word;
    }

    // A word with few matches is cheaper match by match: comparing costs about as much as two matches for each value and four.
    private static void CountByValue(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, Span<int> counts, ref int missing)
    {
        var worthwhile = counts.Length + (counts.Length / 2) + 4;
        for (var i = 0; i < matches.Length; i++)
        {
            var word = matches[i];
            if (BitOperations.PopCount(word) < worthwhile || (i * 64) + 64 > stored.Length)
            {
                SingleColumn.CountWord(stored, word, i * 64, counts, ref missing);
            }
            else
            {
                missing += BitOperations.PopCount(word) - ByteBlock.CountEach(stored.Slice(i * 64, 64), word, counts);
            }
        }
    }

    // Four tables in turn: adding to the same count again must wait until the last addition is through the store buffer.
    private static void CountInTables(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, Span<int> counts, ref int missing)
    {
        Span<int> tables = stackalloc int[4 * 256];
        tables.Clear();
        for (var i = 0; i < matches.Length; i++)
        {
            if (matches[i] == ulong.MaxValue)
            {
                AddAll(stored.Slice(i * 64, 64), tables);
            }
            else
            {
                AddMatches(stored, matches[i], i * 64, tables);
            }
        }

        for (var number = 0; number <= counts.Length; number++)
        {
            var sum = tables[number] + tables[256 + number] + tables[512 + number] + tables[768 + number];
            if (number == 0)
            {
                missing += sum;
            }
            else
            {
                counts[number - 1] += sum;
            }
        }
    }

    private static void AddAll(ReadOnlySpan<byte> block, Span<int> tables)
    {
        for (var i = 0; i + 4 <= block.Length; i += 4)
        {
            tables[block[i]]++;
            tables[256 + block[i + 1]]++;
            tables[512 + block[i + 2]]++;
            tables[768 + block[i + 3]]++;
        }
    }

    private static void AddMatches(ReadOnlySpan<byte> stored, ulong word, int start, Span<int> tables)
    {
        for (var table = 0; word != 0; word &= word - 1, table = (table + 256) & 1023)
        {
            tables[table + stored[start + BitOperations.TrailingZeroCount(word)]]++;
        }
    }

    private static int CountBits(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
