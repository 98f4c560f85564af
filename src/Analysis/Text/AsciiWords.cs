namespace ProposalSearch.Analysis.Text;

/// <summary>
/// The fast path of <see cref="WordEnumerator"/>: words of ASCII letters, digits and underscores, and the punctuation inside them, by
/// one look-up a character. Its answers are those of <see cref="WordBoundaries"/>; where a character beyond ASCII has a say it declines.
/// </summary>
internal static class AsciiWords
{
    private const char Limit = '\x80';
    private const int L = 1; // letter
    private const int D = 2; // digit
    private const int U = 4; // underscore
    private const int Plain = L | D;
    private const int Inside = L | D | U;
    private const int BridgeShift = 3;
    private const int BL = L << BridgeShift; // stays between letters
    private const int BD = D << BridgeShift; // stays between digits

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

    /// <summary>Whether a word may start here: anything but spaces, punctuation and controls of ASCII.</summary>
    public static bool MayStart(char unit) => unit >= Limit || (Kinds[unit] & Inside) != 0;

    /// <summary>
    /// Whether the character at <paramref name="place"/> surely ends the word before it: punctuation of ASCII with no letter or digit, and
    /// nothing beyond ASCII, behind it.
    /// </summary>
    public static bool Parts(ReadOnlySpan<char> text, int place) =>
        !MayStart(text[place]) && (place + 1 == text.Length || !MayStart(text[place + 1]));

    /// <summary>
    /// The end of the segment of letters, digits and underscores at <paramref name="start"/>, and whether it is a word (underscores alone
    /// are none); -1 where a character beyond ASCII is part of it or decides about its end.
    /// </summary>
    public static int End(ReadOnlySpan<char> text, int start, out bool isWord)
    {
        var (place, seen) = (start, 0);
        for (; place < text.Length && text[place] < Limit; place++)
        {
            var kind = Kinds[text[place]];
            if ((kind & Inside) == 0)
            {
                var joined = Kinds[text[place - 1]] & (kind >> BridgeShift);
                var next = joined != 0 && place + 1 < text.Length ? text[place + 1] : ' ';
                if (next >= Limit)
                {
                    place++;
                    break;
                }

                if ((joined & Kinds[next]) == 0)
                {
                    break;
                }
            }

            seen |= kind;
        }

        isWord = (seen & Plain) != 0;
        return place < text.Length && text[place] >= Limit ? -1 : place;
    }
}
