using System.Buffers;
using System.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The text of an answer: line ends are <c>\n</c>, spaces are spaces, invisible characters are gone, no line ends in spaces, and at most
/// one empty line stands between paragraphs. HTML becomes text where it clearly is HTML. Words are never changed.
/// </summary>
internal static class AnswerText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create('<', '&');

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    private static readonly SearchValues<char> Unusual = SearchValues.Create(UnusualCharacters());

    /// <summary>Cleans a text; the same instance where there is nothing to do.</summary>
    public static string Clean(string text) => Plain(text.AsSpan().ContainsAny(Markup) ? HtmlText.Strip(text) : text);

    /// <summary>Cleans a text in which no HTML is left, so that what looks like HTML is meant to be seen.</summary>
    public static string Plain(string text) => IsClean(text) ? text : Rewrite(ControlCharacters.Mended(text));

    /// <summary>Cleans a text that is one line, such as a title.</summary>
    public static string CleanLine(string text) => OnOneLine(Clean(text));

    /// <summary>The same for a text in which no HTML is left.</summary>
    public static string PlainLine(string text) => OnOneLine(Plain(text));

    private static string OnOneLine(string clean)
        => clean.AsSpan().ContainsAny('\n', '\t') || clean.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : clean;

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
        var clean = ReusedBuilder.Take(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(LineEnds);
            AppendLine(clean, end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                break;
            }

            rest = rest[(rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? end + 2 : end + 1)..];
            EndLine(clean);
        }

        TrimEnd(clean, alsoLines: true);
        return ReusedBuilder.Finish(clean);
    }

    /// <summary>Runs of usual characters are copied whole. Spaces stay as many as they are, but none begins the text.</summary>
    private static void AppendLine(StringBuilder clean, ReadOnlySpan<char> line)
    {
        while (!line.IsEmpty)
        {
            line = clean.Length == 0 ? line.TrimStart() : line;
            var usual = line.IndexOfAny(Unusual);
            clean.Append(usual < 0 ? line : line[..usual]);
            if (usual < 0)
            {
                return;
            }

            if (!Wording.IsInvisible(line[usual]) && clean.Length > 0)
            {
                clean.Append(' ');
            }

            line = line[(usual + 1)..];
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
