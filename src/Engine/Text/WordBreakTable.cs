namespace ProposalSearch.Engine.Text;

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

    private static byte[] Expand()
    {
        var runs = new EncodedNumbers(Convert.FromBase64String(WordBreakData.Encoded));
        var values = new List<byte>(1 << 15);
        var uniform = new Dictionary<byte, int>();
        var (left, value) = (0, (byte)0);
        for (var block = 0; block < BlockCount; block++)
        {
            if (left == 0)
            {
                (left, value) = (runs.Next(), runs.NextByte());
            }

            var shared = left >= BlockSize;
            if (shared && uniform.TryGetValue(value, out var known))
            {
                Blocks[block] = (ushort)known;
                left -= BlockSize;
                continue;
            }

            Blocks[block] = (ushort)(values.Count >> BlockBits);
            if (shared)
            {
                uniform.Add(value, Blocks[block]);
            }

            Fill(values, ref runs, ref left, ref value);
        }

        return [.. values];
    }

    private static void Fill(List<byte> values, ref EncodedNumbers runs, ref int left, ref byte value)
    {
        for (var room = BlockSize; room > 0;)
        {
            if (left == 0)
            {
                (left, value) = (runs.Next(), runs.NextByte());
            }

            var part = Math.Min(room, left);
            for (var i = 0; i < part; i++)
            {
                values.Add(value);
            }

            room -= part;
            left -= part;
        }
    }
}
