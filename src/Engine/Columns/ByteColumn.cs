using System.Numerics;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Counting and marking where each document has one byte, the usual facet: as <see cref="SingleColumn"/>, by faster ways. A duel test holds
/// them equal to a plain twin.
/// </summary>
internal static class ByteColumn
{
    /// <summary>Up to so many values, 64 documents are compared with each value at once where enough of them match.</summary>
    private const int FewValues = 24;

    /// <summary>Up to so many wanted values, documents are compared with each.</summary>
    private const int FewWanted = 6;

    /// <summary>
    /// From so many matches on, and two for each value, clearing and adding up tables of counts costs little beside them.
    /// </summary>
    private const int ManyMatches = 256;

    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public static void Count(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
    {
        stored = stored[firstDocument..];
        matches = matches[..Math.Min(matches.Length, (stored.Length + 63) / 64)];
        var bits = CountBits(matches);
        if (counts.Length <= FewValues && bits >= matches.Length * WorthComparing(counts.Length))
        {
            CountByValue(stored, matches, counts, ref missing);
        }
        else if (bits >= ManyMatches + (2 * counts.Length))
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
        Span<byte> table = stackalloc byte[256];
        Span<byte> numbers = stackalloc byte[FewWanted];
        var count = FillTable(wanted, missing, table, numbers);
        var start = 0;
        for (; start + ByteBlock.Length <= stored.Length; start += ByteBlock.Length)
        {
            var block = stored.Slice(start, ByteBlock.Length);
            bits[start / 64] |= count <= FewWanted ? ByteBlock.EqualAny(block, numbers[..count]) : MarkBlock(block, table);
        }

        if (start < stored.Length)
        {
            bits[start / 64] |= MarkBlock(stored[start..], table);
        }
    }

    // 1 in the table for each wanted number, and the first few of them listed; returns how many there are.
    private static int FillTable(ReadOnlySpan<bool> wanted, bool missing, Span<byte> table, Span<byte> numbers)
    {
        table.Clear();
        var count = 0;
        for (var number = 0; number <= wanted.Length; number++)
        {
            if (number == 0 ? missing : wanted[number - 1])
            {
                table[number] = 1;
                if (count < numbers.Length)
                {
                    numbers[count] = (byte)number;
                }

                count++;
            }
        }

        return count;
    }

    private static ulong MarkBlock(ReadOnlySpan<byte> block, ReadOnlySpan<byte> table)
    {
        var word = 0UL;
        for (var i = 0; i < block.Length; i++)
        {
            word |= (ulong)table[block[i]] << i;
        }

        return word;
    }

    // Comparing 64 documents costs about as much as one match for each two values, and four.
    private static int WorthComparing(int values) => (values / 2) + 4;

    private static void CountByValue(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, Span<int> counts, ref int missing)
    {
        // Windows are longer than what is left of a segment: beyond its end no bit is set.
        for (var i = 0; i < matches.Length && i * 64 < stored.Length; i++)
        {
            if ((i * 64) + 64 <= stored.Length)
            {
                missing += BitOperations.PopCount(matches[i]) - ByteBlock.CountEach(stored.Slice(i * 64, 64), matches[i], counts);
            }
            else
            {
                SingleColumn.Count(stored[(i * 64)..], matches.Slice(i, 1), 0, counts, ref missing);
            }
        }
    }

    private static void CountInTables(ReadOnlySpan<byte> stored, ReadOnlySpan<ulong> matches, Span<int> counts, ref int missing)
    {
        Span<int> table = stackalloc int[4 * 256];
        table.Clear();
        Span<int> buffer = stackalloc int[MatchPositions.Capacity];
        var walk = new MatchPositions(matches);
        for (var batch = walk.Next(buffer); batch > 0; batch = walk.Next(buffer))
        {
            AddTo(table, stored, buffer[..batch]);
        }

        missing += Sum(table, 0);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            counts[ordinal] += Sum(table, ordinal + 1);
        }
    }

    // Four tables in turn: adding to the same count again must wait until the last addition is through the store buffer.
    private static void AddTo(Span<int> table, ReadOnlySpan<byte> stored, ReadOnlySpan<int> positions)
    {
        var first = table[..256];
        var second = table.Slice(256, 256);
        var third = table.Slice(512, 256);
        var fourth = table.Slice(768, 256);
        while (positions.Length >= 4)
        {
            first[stored[positions[0]]]++;
            second[stored[positions[1]]]++;
            third[stored[positions[2]]]++;
            fourth[stored[positions[3]]]++;
            positions = positions[4..];
        }

        foreach (var position in positions)
        {
            first[stored[position]]++;
        }
    }

    private static int Sum(ReadOnlySpan<int> table, int number) =>
        table[number] + table[256 + number] + table[512 + number] + table[768 + number];

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
