using System.Globalization;

namespace ProposalSearch.Analysis.Text;

/// <summary>
/// Words of katakana and Hangul taken apart into their characters, for languages in which a word is written together with its neighbours.
/// </summary>
internal static class EastAsianCharacters
{
    /// <summary>The end of the first part of a word: one character with its marks, or all letters before the first character.</summary>
    public static int EndOfPart(ReadOnlySpan<char> text, int start, int end)
    {
        if (IsCharacter(text[start]))
        {
            return EndOfMarks(text, start + 1, end);
        }

        for (var place = start + 1; place < end; place++)
        {
            if (IsCharacter(text[place]))
            {
                return place;
            }
        }

        return end;
    }

    private static int EndOfMarks(ReadOnlySpan<char> text, int place, int end)
    {
        while (place < end && (char.GetUnicodeCategory(text[place]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
            || text[place] is '\uFF9E' or '\uFF9F' or (>= '\u1160' and <= '\u11FF')))
        {
            place++;
        }

        return place;
    }

    // Katakana with its extensions and half-width forms, and Hangul syllables and letters.
    private static bool IsCharacter(char unit) => unit is (>= '\u30A0' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF')
        or (>= '\uFF66' and <= '\uFF9F') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F')
        or (>= '\uA960' and <= '\uA97F') or (>= '\uAC00' and <= '\uD7FF') or (>= '\uFFA0' and <= '\uFFDC');
}
