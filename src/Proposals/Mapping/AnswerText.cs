using System.Buffers;
using System.Text;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The text of an answer: line ends are <c>\n</c>, spaces are spaces, invisible characters are gone, no line ends in spaces, and at most one
/// empty line stands between paragraphs. HTML becomes text where it clearly is HTML. Words are never changed.
/// </summary>
internal static class AnswerText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create('<', '&');

    private static readonly SearchValues<char> Unusual = SearchValues.Create(UnusualCharacters());

    /// <summary>Cleans a text; the same instance where there is nothing to do.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().ContainsAny(Markup))
        {
            text = HtmlText.Strip(text);
        }

        return IsClean(text) ? text : Rewrite(text);
    }

    /// <summary>Cleans a text that is one line, such as a title.</summary>
    public static string CleanLine(string text)
    {
        var clean = Clean(text);
        return clean.AsSpan().ContainsAny('\n', '\t') || clean.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : clean;
    }

    private static bool IsClean(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        return !char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1])
            && !text.ContainsAny(Unusual)
            && !text.Contains(" \n", StringComparison.Ordinal)
            && !text.Contains("\n\n\n", StringComparison.Ordinal);
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (IsLineEnd(character))
            {
                at += character == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                EndLine(clean);
            }
            else if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                Space(clean, character);
            }
            else if (!Wording.IsInvisible(character))
            {
                clean.Append(character);
            }
        }

        TrimEnd(clean, alsoLines: true);
        return clean.ToString();
    }

    private static bool IsLineEnd(char character) => character is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Spaces stay as many as they are, but none begins the text.</summary>
    private static void Space(StringBuilder clean, char character)
    {
        if (clean.Length > 0 && character != '\0')
        {
            clean.Append(' ');
        }
    }

    private static void EndLine(StringBuilder clean)
    {
        TrimEnd(clean, alsoLines: false);
        if (clean.Length > 0 && !(clean.Length > 1 && clean[^1] == '\n' && clean[^2] == '\n'))
        {
            clean.Append('\n');
        }
    }

    private static void TrimEnd(StringBuilder clean, bool alsoLines)
    {
        var end = clean.Length;
        while (end > 0 && (clean[end - 1] == ' ' || (alsoLines && clean[end - 1] == '\n')))
        {
            end--;
        }

        clean.Length = end;
    }

    private static char[] UnusualCharacters()
        => [.. Enumerable.Range(0, 0x10000)
            .Select(static code => (char)code)
            .Where(static character => character is not (' ' or '\n')
                && (char.IsWhiteSpace(character) || char.IsControl(character) || Wording.IsInvisible(character)))];
}
