using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Notes of Markdown, <c>[^why]: Counted by hand.</c>: they belong to no section, so they are one of their own.</summary>
internal static partial class MarkdownFootnotes
{
    /// <summary>The heading of the notes.</summary>
    public const string Heading = "Footnotes";

    /// <summary>The text of the notes, each in paragraphs of its own.</summary>
    public static string Of(FootnoteGroup group)
    {
        var plain = new MarkdownText();
        foreach (var block in group.OfType<Footnote>().SelectMany(static note => note))
        {
            plain.Append(block);
        }

        return plain.Take();
    }

    /// <summary>A text in which notes that nothing refers to are paragraphs, since the parser drops them.</summary>
    public static string WithoutUnused(string markdown)
    {
        if (!markdown.Contains("[^", StringComparison.Ordinal))
        {
            return markdown;
        }

        var used = Reference().Matches(markdown).Select(static match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Definition().Replace(
            markdown, match => used.Contains(match.Groups["name"].Value) ? match.Value : match.Groups["lead"].Value);
    }

    [GeneratedRegex(@"\[\^(?<name>[^\[\]\n]{1,200})\](?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<lead> {0,3})\[\^(?<name>[^\[\]\n]{1,200})\]:[ \t]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Definition();
}
