using System.Text;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Headings told by their lines alone: quickly, of Markdown; and of plain text, where they are underlined.</summary>
internal static partial class HeadingLines
{
    private const int MostHeadings = 48;
    private const int LongestHeading = 120;
    private const int LeastUnderline = 3;

    /// <summary>The first headings of a body, normalized, in their order.</summary>
    public static IReadOnlyList<string> Of(SourceBody? body) => body switch
    {
        { Markup: SourceMarkup.Markdown } => [.. OfMarkdown(body.Text).Take(MostHeadings)],
        { Markup: SourceMarkup.None } => Of(Split(body.Text)),
        { } page => Of(HtmlHeadings.Split(page.Text)),
        _ => [],
    };

    private static IReadOnlyList<string> Of(List<(int Level, string Heading, string Text)> parts)
        => [.. parts.Skip(1).Select(static part => Normal(part.Heading)).Where(static heading => heading.Length > 0).Take(MostHeadings)];

    /// <summary>A heading as headings are compared.</summary>
    public static string Normal(string heading)
    {
        var normal = Wording.Normalize(heading);
        return normal.Length <= LongestHeading ? normal : normal[..LongestHeading];
    }

    private static IEnumerable<string> OfMarkdown(string text)
    {
        var (isCode, above) = (false, "");
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd();
            isCode ^= line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
            if (isCode)
            {
                above = "";
            }
            else if (Hashes().Match(line) is { Success: true } match)
            {
                yield return Normal(Plain(match.Groups["text"].Value));
                above = "";
            }
            else if (above.Length > 0 && Underline().IsMatch(line))
            {
                yield return Normal(Plain(above));
                above = "";
            }
            else
            {
                above = line;
            }
        }
    }

    private static string Plain(string heading) => LinkedText.Of(heading.TrimEnd('#', ' ')).Text;

    /// <summary>
    /// Markdown in which <c>#Title</c> is the heading that it is meant to be, where it stands alone between empty lines.
    /// </summary>
    public static string WithBlanks(string markdown)
    {
        if (!Unspaced().IsMatch(markdown))
        {
            return markdown;
        }

        var lines = markdown.Split('\n');
        var isCode = false;
        for (var at = 0; at < lines.Length; at++)
        {
            isCode ^= lines[at].StartsWith("```", StringComparison.Ordinal) || lines[at].StartsWith("~~~", StringComparison.Ordinal);
            var isAlone = (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]))
                && (at + 1 == lines.Length || string.IsNullOrWhiteSpace(lines[at + 1]));
            if (!isCode && isAlone && Unspaced().IsMatch(lines[at]) && !lines[at].Contains(" #", StringComparison.Ordinal))
            {
                var text = lines[at].TrimStart('#');
                lines[at] = $"{new string('#', lines[at].Length - text.Length)} {text}";
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>
    /// Plain text, divided at lines that are underlined; the levels are those of the marks, in the order in which they come.
    /// </summary>
    public static List<(int Level, string Heading, string Text)> Split(string text)
    {
        var parts = new List<(int Level, string Heading, string Text)>();
        var lines = text.Split('\n');
        var (marks, level, heading, part) = (new List<char>(), 0, "", new StringBuilder());
        for (var at = 0; at < lines.Length; at++)
        {
            if (!IsUnderlined(lines, at))
            {
                part.Append(lines[at]).Append('\n');
                continue;
            }

            var mark = lines[at + 1][0];
            if (!marks.Contains(mark))
            {
                marks.Add(mark);
            }

            parts.Add((level, heading, AnswerText.Clean(part.ToString())));
            part.Clear();
            (level, heading) = (marks.IndexOf(mark) + 1, AnswerText.CleanLine(lines[at]));
            at++;
        }

        parts.Add((level, heading, AnswerText.Clean(part.ToString())));
        return parts;
    }

    private static bool IsUnderlined(string[] lines, int at)
    {
        if (at + 1 >= lines.Length || (at > 0 && !string.IsNullOrWhiteSpace(lines[at - 1])))
        {
            return false;
        }

        var (title, line) = (lines[at].TrimEnd(), lines[at + 1].TrimEnd());
        return title.Length is > 0 and <= LongestHeading
            && !char.IsWhiteSpace(title[0])
            && title.Any(char.IsLetter)
            && line.Length >= Math.Max(LeastUnderline, title.Length - LeastUnderline)
            && line[0] is '=' or '-' or '~' or '^' or '*' or '+'
            && line.AsSpan().Trim(line[0]).IsEmpty;
    }

    [GeneratedRegex(@"^ {0,3}#{1,6}(?:[ \t]+|(?=\p{L}))(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^(?:={3,}|-{3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^#{1,6}\p{L}", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Unspaced();
}
