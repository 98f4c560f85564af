namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>A text in another markup, as Markdown, with the fields that stand at its top.</summary>
/// <param name="Fields">Keys and values, each with its line.</param>
/// <param name="Markdown">The text, whole; what only a program needs is gone.</param>
internal sealed record MarkupDocument(IReadOnlyList<SourceEntry> Fields, string Markdown)
{
    /// <summary>Whether a file of this format is in a markup that is read by way of Markdown.</summary>
    public static bool IsOne(SourceFormat format)
        => format is SourceFormat.ReStructuredText or SourceFormat.AsciiDoc or SourceFormat.MediaWiki;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, of which lines end in <c>\n</c>.</param>
    /// <param name="format">One of those that <see cref="IsOne"/> knows.</param>
    public static MarkupDocument Read(string text, SourceFormat format)
    {
        var lines = text.Split('\n').Select(static line => line.TrimEnd()).ToArray();
        var document = format switch
        {
            SourceFormat.ReStructuredText => ReStructuredText.Read(lines),
            SourceFormat.AsciiDoc => AsciiDoc.Read(lines),
            _ => MediaWiki.Read(lines),
        };
        return document.Fields.Count > 0 ? document : WithLeadingBlock(document, lines);
    }

    /// <summary>Keys that a text states without the means of its markup: as items, as labels in bold, as lines.</summary>
    private static MarkupDocument WithLeadingBlock(MarkupDocument document, string[] lines)
    {
        var markdown = document.Markdown.Split('\n');
        if (LeadingBlock.Take(markdown, out _) is not { } entries)
        {
            return document;
        }

        var at = 0;
        var fields = entries.ConvertAll(entry =>
        {
            at = Math.Max(at, Array.FindIndex(lines, at, line => line.Contains(entry.Key, StringComparison.Ordinal)) + 1);
            return entry with { Line = Math.Max(1, at) };
        });
        return new MarkupDocument(fields, string.Join('\n', markdown));
    }
}
