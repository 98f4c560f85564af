using System.Buffers;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Values that are written in Markdown, as plain text: without emphasis, comments and marks of footnotes, of links the texts, with the
/// addresses behind them.
/// </summary>
internal static partial class LinkedText
{
    /// <summary>What may stand between links that are all that a value has.</summary>
    private static readonly SearchValues<char> Between = SearchValues.Create(" \n\t,;.()[]|/-*+·•");

    /// <summary>A value that is known to be Markdown.</summary>
    public static SourceText Of(string value)
    {
        var bare = Footnote().Replace(Comment().Replace(value, ""), "");
        var links = Links(bare);
        var plain = WithoutLinks(bare).Trim();
        plain = plain.Length > 1 && plain[0] == '<' && plain[^1] == '>' && !plain.AsSpan(1).Contains('<') ? plain[1..^1] : plain;
        plain = plain.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim(' ', '_', '*', '\n');
        return new SourceText(links.Count > 0 ? Unwrapped(plain) : plain, links);
    }

    /// <summary>A value of any file, if it is nothing but links; <see langword="null"/> for any other.</summary>
    public static SourceText? OfLinks(string value)
        => value.Contains("](http", StringComparison.OrdinalIgnoreCase) && IsLinksOnly(value)
            ? new SourceText(Unwrapped(WithoutLinks(value).Trim()), Links(value))
            : null;

    /// <summary>Whether a value is nothing but the texts of its links.</summary>
    public static bool IsLinked(SourceText value)
    {
        var rest = value.Text;
        foreach (var link in value.Links.Where(static link => link.Text.Length > 0))
        {
            rest = rest.Replace(link.Text, "", StringComparison.Ordinal);
        }

        return value.Links.Count > 0 && !rest.Any(char.IsLetterOrDigit);
    }

    /// <summary>Whether a text has nothing but links and what stands between them.</summary>
    private static bool IsLinksOnly(string value)
        => !Link().Replace(value, "").AsSpan().ContainsAnyExcept(Between)
            && Link().Count(value) > 0;

    private static List<SourceLink> Links(string value)
        => [.. Link().Matches(value)
            .Where(static match => match.Groups["url"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && match.Groups["mark"].Length == 0)
            .Select(static match => new SourceLink(match.Groups["text"].Value.Trim(' ', '`', '*'), match.Groups["url"].Value))];

    /// <summary>Of links the texts, of pictures nothing.</summary>
    private static string WithoutLinks(string value)
        => Link().Replace(value, static match => match.Groups["mark"].Length > 0 ? "" : match.Groups["text"].Value);

    /// <summary>Texts of links that each stand in parentheses, without these: <c>(pitch) (review)</c>.</summary>
    private static string Unwrapped(string plain)
        => Parentheses().IsMatch(plain) ? plain.Replace(") (", ", ", StringComparison.Ordinal).Trim('(', ')') : plain;

    [GeneratedRegex(
        """(?<mark>!?)\[(?<text>[^\[\]]{1,300})\]\((?<url>[^()\s]{0,2000})(?:\s+"[^"]{0,200}")?\)""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<!--.{0,500}?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[\^[^\[\]]{1,40}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^\([^()]+\)(?: \([^()]+\))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Parentheses();
}
