using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>What stands within a line of reStructuredText, as Markdown has it.</summary>
internal static partial class RstInline
{
    /// <summary>Links, roles and numbered items as Markdown has them.</summary>
    public static string Read(string line)
    {
        line = Link().Replace(line, "[${text}](${url})");
        line = Reference().Replace(Role().Replace(line, TextOf), TextOf);
        return Numbered().Replace(line, "${lead}1. ");
    }

    private static string TextOf(Match match) => Target().Replace(match.Groups["text"].Value, "");

    /// <summary>Whether a link, a role or code begins in a line and does not end in it.</summary>
    public static bool IsOpen(string line)
    {
        var (isCode, isOpen) = (false, false);
        for (var at = line.IndexOf('`', StringComparison.Ordinal); at >= 0 && at < line.Length; at++)
        {
            if (line[at] != '`')
            {
                continue;
            }

            if (!isOpen && at + 1 < line.Length && line[at + 1] == '`')
            {
                isCode = !isCode;
                at++;
            }
            else if (!isCode)
            {
                isOpen = !isOpen && (at == 0 || !char.IsLetterOrDigit(line[at - 1]));
            }
        }

        return isCode || isOpen;
    }

    [GeneratedRegex(@"`(?<text>[^`<>]{1,500}?)\s*<(?<url>https?://[^>\s]{1,2000})>`_{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w`]):[\w:+.-]{1,40}:`(?<text>[^`]{1,500})`", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\s*<[^>]*>$", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<!`)`(?<text>[^`]{1,500})`_{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<lead>\s*)#\. ", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
