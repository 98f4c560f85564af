using System.Net;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>References of HTML to characters, such as <c>&amp;eacute;</c> and <c>&amp;#146;</c>.</summary>
internal static partial class HtmlReferences
{
    /// <summary>
    /// A text with the characters that its references stand for. As HTML prescribes, 128 to 159 are those of Windows-1252; most of them
    /// <see cref="ControlCharacters"/> knows, but 133 could be meant for the end of a line there.
    /// </summary>
    public static string Decode(string text)
        => !text.Contains('&', StringComparison.Ordinal) ? text : WebUtility.HtmlDecode(Ellipsis().Replace(text, "\u2026"));

    [GeneratedRegex("&#(?:0*133|[xX]0*85);?", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();
}
