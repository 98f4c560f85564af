namespace ProposalSearch.Engine.Text;

/// <summary>
/// The fast path of <see cref="WordEnumerator"/>: words of ASCII letters, digits and underscores, and the punctuation inside them, by
/// one look-up a character. Its answers are those of <see cref="WordBoundaries"/>; where a character beyond ASCII has a say it declines.
/// </summary>
internal static class AsciiWords
{
    /// <summary>The first character that is not ASCII.</summary>
    public const int Limit = 0x80;

    private const int L = 1;            // letter
    private const int D = 2;            // digit
    private const int U = 4;            // underscore
    private const int Inside = L | D | U;
    private const int BridgeShift = 3;
    private const int BL = L << BridgeShift;    // stays between letters
    private const int BD = D << BridgeShift;    // stays between digits

    // By character: \0 to \x1F, space to /, 0 to ?, @ to O, P to _, ` to o, p to \x7F.
    private static ReadOnlySpan<byte> Kinds =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, BL | BD, 0, 0, 0, 0, BD, 0, BL | BD, 0,
        D, D, D, D, D, D, D, D, D, D, BL, BD, 0, 0, 0, 0,
        0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, U,
        0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
    ];

    /// <summary>Whether an ASCII character can be the first of a word.</summary>
    public static bool MayStart(char unit) => (Kinds[unit] & Inside) != 0;

    /// <summary>
    /// The end of the segment of letters, digits and underscores at <paramref name="start"/>, and whether it is a word (underscores alone
    /// are none); -1 where a character beyond ASCII is part of it or decides about its end.
    /// </summary>
    public static int End(ReadOnlySpan<char> text, int start, out bool isWord)
    {
        var kinds = Kinds;
        var (place, seen) = (start, 0);
        while (true)
        {
            int kind = 0;
            char unit = '\0';
            while ((uint)place < (uint)text.Length && (unit = text[place]) < Limit && ((kind = kinds[unit]) & Inside) != 0)
            {
                seen |= kind;
                place++;
            }

            isWord = (seen & (L | D)) != 0;
            if (place >= text.Length)
            {
                return place;
            }

            if (unit >= Limit)
            {
                return -1;
            }

            var bridge = kind >> BridgeShift;
            if (bridge == 0 || (kinds[text[place - 1]] & bridge) == 0 || place + 1 >= text.Length)
            {
                return place;
            }

            var next = text[place + 1];
            if (next >= Limit)
            {
                return -1;
            }

            if ((kinds[text[place - 1]] & bridge & kinds[next]) == 0)
            {
                return place;
            }

            place++;
        }
    }
}
