using System.Globalization;
using System.Text;

namespace ProposalSearch.Search.Language;

/// <summary>What characters mean to the query language.</summary>
internal static class QueryCharacters
{
    /// <summary>Straight and typographic double quotes: any of them opens, any of them closes.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    /// <summary>
    /// Whether the character at a place parts words whatever stands around it: blanks, control characters, half a surrogate pair.
    /// </summary>
    public static bool IsSeparator(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (!char.IsSurrogate(c))
        {
            return char.IsWhiteSpace(c) || char.IsControl(c);
        }

        return char.IsHighSurrogate(c)
            ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
            : at == 0 || !char.IsHighSurrogate(text[at - 1]);
    }

    /// <summary>Punctuation and the like: nothing that could be searched for at either end of a word.</summary>
    public static bool IsTrimmed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
            or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Surrogate => true,
        UnicodeCategory.ModifierSymbol => rune.IsBmp,
        _ => false,
    };

    /// <summary>Whether a text has anything that could be searched for.</summary>
    public static bool HasContent(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsTrimmed(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a text is made of letters, digits, marks and apostrophes only, so that a pattern of it is one of a single word.
    /// </summary>
    public static bool IsSimpleWord(ReadOnlySpan<char> text) => text.Length > 0 && IsSimplePattern(text, wildcards: false);

    /// <summary>Like <see cref="IsSimpleWord"/>, with <c>*</c> and <c>?</c> among the characters, and something else too.</summary>
    public static bool IsSimplePattern(ReadOnlySpan<char> text, bool wildcards = true)
    {
        var literals = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (wildcards && rune.Value is '*' or '?')
            {
                continue;
            }

            if (!IsSimple(rune))
            {
                return false;
            }

            literals++;
        }

        return literals > 0;
    }

    /// <summary>
    /// The length of a text without the punctuation at its end. <c>)</c> stays: inside a word it closes what the word opened.
    /// </summary>
    public static int TrimEnd(ReadOnlySpan<char> text, bool keepOperators)
    {
        var length = text.Length;
        while (length > 0 && Rune.DecodeLastFromUtf16(text[..length], out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            if (!IsTrimmed(rune) || rune.Value == ')' || (keepOperators && rune.Value is '*' or '~'))
            {
                break;
            }

            length -= used;
        }

        return length;
    }

    /// <summary>A text with single spaces between its parts and none around them.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsSeparator(text, at))
            {
                builder.Append(text[at]);
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().TrimEnd(' ');
    }

    private static bool IsSimple(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || rune.Value is '\'' or '’'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
