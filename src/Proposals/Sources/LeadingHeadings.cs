using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>What may stand above keys and values at the top of a file: comments, a title, a heading that announces them.</summary>
internal static partial class LeadingHeadings
{
    /// <summary>Headings that say that keys and values follow.</summary>
    private static readonly FrozenSet<string> Announcing = WordSet.IgnoringCase(
        "preamble metadata meta header headers frontmatter information info details overview");

    /// <summary>The first line below them.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="preamble">The line of the heading that announces keys and values, or -1.</param>
    public static int Skip(string[] lines, out int preamble)
    {
        var (at, headings) = (0, 0);
        preamble = -1;
        while (at < lines.Length)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
            }
            else if (lines[at].StartsWith("<!--", StringComparison.Ordinal))
            {
                at = EndOfComment(lines, at);
            }
            else if (preamble < 0 && HeadingOf(lines, at, out var next) is { } heading && (IsAnnouncing(heading) || headings == 0))
            {
                preamble = IsAnnouncing(heading) ? at : preamble;
                headings++;
                at = next;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The text of a heading that begins on a line, and the line after it; <see langword="null"/> where none does.</summary>
    private static string? HeadingOf(string[] lines, int at, out int next)
    {
        next = at + 1;
        if (Heading().Match(lines[at]) is { Success: true } match)
        {
            return match.Groups["text"].Value;
        }

        if (at + 1 < lines.Length && Underline().IsMatch(lines[at + 1]) && !lines[at].Contains(':', StringComparison.Ordinal)
            && lines[at].Length > 0 && (char.IsLetterOrDigit(lines[at][0]) || lines[at][0] == '*'))
        {
            next = at + 2;
            return lines[at].Trim();
        }

        return null;
    }

    private static bool IsAnnouncing(string heading) => Announcing.Contains(heading.Trim(' ', '#', ':', '*'));

    private static int EndOfComment(string[] lines, int at)
    {
        while (at < lines.Length && !lines[at].Contains("-->", StringComparison.Ordinal))
        {
            at++;
        }

        return at + 1;
    }

    [GeneratedRegex(@"^ {0,3}#{1,6}(?:[ \t]+|(?=\p{L}))(?<text>\S.*?)[ \t#]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(={3,}|-{3,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();
}
