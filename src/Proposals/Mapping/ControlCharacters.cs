namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The control characters U+0080 to U+009F. No text means them: they are letters of Windows-1252, such as <c>’</c>, that a program took for
/// Latin-1.
/// </summary>
internal static class ControlCharacters
{
    private const char First = '\u0080';
    private const char Last = '\u009F';
    private const char NextLine = '\u0085';

    /// <summary>What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing.</summary>
    private const string Meant =
        "\u20AC \u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152 \u017D "
        + " \u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153 \u017E\u0178";

    /// <summary>
    /// A text with the characters that were meant. U+0085 alone ends a line, as some programs write it; beside others of them it is
    /// <c>…</c>.
    /// </summary>
    public static string Mended(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(First, Last))
        {
            return text;
        }

        var hasOthers = text.AsSpan().ContainsAnyInRange(First, (char)(NextLine - 1))
            || text.AsSpan().ContainsAnyInRange((char)(NextLine + 1), Last);
        return string.Create(text.Length, (text, hasOthers), static (mended, from) =>
        {
            for (var at = 0; at < mended.Length; at++)
            {
                var character = from.text[at];
                mended[at] = character is >= First and <= Last && (character != NextLine || from.hasOthers)
                    ? Meant[character - First]
                    : character;
            }
        });
    }
}
