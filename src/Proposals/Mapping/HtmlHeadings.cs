using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>An HTML body, divided at its headings.</summary>
internal static partial class HtmlHeadings
{
    /// <summary>Parts with the level and the text of the heading above them; the first has none.</summary>
    public static List<(int Level, string Heading, string Text)> Split(string html)
    {
        var parts = new List<(int Level, string Heading, string Text)>();
        var (level, heading, from) = (0, "", 0);
        foreach (Match match in Heading().Matches(html))
        {
            parts.Add((level, heading, Text(html[from..match.Index])));
            level = match.Groups["level"].Value[0] - '0';
            heading = AnswerText.CleanLine(HtmlText.Strip(match.Groups["text"].Value, isHtml: true));
            from = match.Index + match.Length;
        }

        parts.Add((level, heading, Text(html[from..])));
        return parts;
    }

    private static string Text(string html)
        => AnswerText.Clean(HtmlText.Strip(string.Join(' ', html.Split('\n', StringSplitOptions.TrimEntries)), isHtml: true));

    [GeneratedRegex(@"<h(?<level>[1-6])(\s[^<>]{0,500})?>(?<text>[^\0]{0,2000}?)</h[1-6]\s{0,9}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
