namespace ProposalSearch.Analysis.Text;

/// <summary>
/// The class and flags of each code point, by two look-ups: which block of 128 code points, and which place in it. Blocks of one
/// value are kept once.
/// </summary>
internal static class WordBreakTable
{
    private const int BlockBits = 7;
    private const int BlockSize = 1 << BlockBits;
    private const int BlockCount = 0x110000 >> BlockBits;

    private static readonly ushort[] Blocks = new ushort[BlockCount];
    private static readonly byte[] Values = Expand();

    /// <summary>The class and flags of a code point (0 to 0x10FFFF, surrogates included).</summary>
    public static WordBreak Of(int codePoint) =>
        (WordBreak)Values[(Blocks[codePoint >> BlockBits] << BlockBits) | (codePoint & (BlockSize - 1))];

    /// <summary>Reads the code point at a place and moves behind it. A lone surrogate counts as a code point.</summary>
    public static WordBreak Read(ReadOnlySpan<char> text, ref int place)
    {
        var unit = text[place++];
        return char.IsHighSurrogate(unit) && (uint)place < (uint)text.Length && char.IsLowSurrogate(text[place])
            ? Of(char.ConvertToUtf32(unit, text[place++]))
            : Of(unit);
    }

    // Plain arrays: a short-lived program pays for every type that is made for this alone.
    private static byte[] Expand()
    {
        var runs = new EncodedNumbers(Convert.FromBase64String(WordBreakData.Encoded));
        var values = new byte[runs.Next() << BlockBits];
        var uniform = new int[byte.MaxValue + 1];
        var (kept, left, value) = (0, 0, (byte)0);
        for (var block = 0; block < BlockCount; block++)
        {
            if (left == 0)
            {
                (left, value) = (runs.Next(), runs.NextByte());
            }

            var shared = left >= BlockSize;
            if (shared && uniform[value] > 0)
            {
                Blocks[block] = (ushort)(uniform[value] - 1);
                left -= BlockSize;
                continue;
            }

            Fill(values.AsSpan(kept << BlockBits, BlockSize), ref runs, ref left, ref value);
            Blocks[block] = (ushort)kept++;
            uniform[value] = shared ? kept : uniform[value];
        }

        return values;
    }

    private static void Fill(Span<byte> room, ref EncodedNumbers runs, ref int left, ref byte value)
    {
        while (!room.IsEmpty)
        {
            if (left == 0)
            {
                (left, value) = (runs.Next(), runs.NextByte());
            }

            var part = Math.Min(room.Length, left);
            room[..part].Fill(value);
            room = room[part..];
            left -= part;
        }
    }
}
