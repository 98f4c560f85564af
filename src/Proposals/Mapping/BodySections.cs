using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Syntax;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>A stretch of a body under its heading.</summary>
/// <param name="Heading">The heading, with the one above it: <c>Specification › Methods</c>. Empty before the first heading.</param>
/// <param name="Text">Plain text.</param>
internal readonly record struct BodySection(string Heading, string Text);

/// <summary>
/// A body as sections. Headings of the two highest levels that follow the title divide it; deeper ones stay in the text on a line
/// of their own, so that nothing is lost and no section is a mere line.
/// </summary>
/// <param name="Title">A heading of the first level that stands alone at the top, or <see langword="null"/>.</param>
/// <param name="Sections">The sections that have text.</param>
internal sealed record BodySections(string? Title, IReadOnlyList<BodySection> Sections)
{
    private const int LongestMarkdown = 4 << 20;
    private const int MostOpenLinks = 1000;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseFootnotes().Build();

    public static BodySections Of(SourceBody body) => body.Markup switch
    {
        SourceMarkup.Markdown => OfMarkdown(body.Text),
        SourceMarkup.Html => OfHtml(body.Text),
        _ => new BodySections(null, Collect([(0, "", AnswerText.Clean(body.Text))], skip: 0)),
    };

    private static BodySections OfMarkdown(string text)
    {
        var parts = new List<(int Level, string Heading, string Text)>();
        var (level, heading) = (0, "");
        var plain = new MarkdownText();
        var notes = "";
        foreach (var block in TableOfContents.Without(Parse(text)))
        {
            if (block is FootnoteGroup group)
            {
                notes = MarkdownFootnotes.Of(group);
            }
            else if (block is HeadingBlock next)
            {
                parts.Add((level, heading, plain.Take()));
                (level, heading) = (next.Level, MarkdownText.Of(next.Inline));
            }
            else
            {
                plain.Append(block);
            }
        }

        parts.Add((level, heading, plain.Take()));
        var body = Divide(parts);
        return notes.Length == 0 ? body : body with { Sections = [.. body.Sections, new BodySection(MarkdownFootnotes.Heading, notes)] };
    }

    /// <summary>
    /// Markdown that nests too deeply for its parser is read as plain paragraphs, and so is what its parser takes ever longer for: links by
    /// the thousand that are never closed (75,000 took 25 s), and megabytes.
    /// </summary>
    private static IEnumerable<Block> Parse(string text)
    {
        if (text.Length > LongestMarkdown || OpenLinks(text) > MostOpenLinks)
        {
            return [new CodeBlock(null!) { Lines = new StringLineGroup(text) }];
        }

        try
        {
            return Markdig.Markdown.Parse(MarkdownFootnotes.WithoutUnused(text), Markdown);
        }
        catch (ArgumentException)
        {
            return [new CodeBlock(null!) { Lines = new StringLineGroup(text) }];
        }
    }

    /// <summary>How many links begin and have no end before the next one does.</summary>
    private static int OpenLinks(string text)
    {
        var open = 0;
        for (var at = text.IndexOf("](", StringComparison.Ordinal); at >= 0;)
        {
            var next = text.IndexOf("](", at + 2, StringComparison.Ordinal);
            var link = text.AsSpan(at, (next < 0 ? text.Length : next) - at);
            open += link.Contains(')') ? 0 : 1;
            at = next;
        }

        return open;
    }

    private static BodySections OfHtml(string text) => Divide(HtmlHeadings.Split(text));

    private static BodySections Divide(List<(int Level, string Heading, string Text)> parts)
    {
        var hasTitle = parts.Count > 1
            && parts[0].Text.Length == 0
            && parts[1].Level == 1
            && parts.Count(static part => part.Level == 1) == 1;
        var title = hasTitle ? parts[1].Heading : null;
        return new BodySections(title, Collect(parts, skip: hasTitle ? 1 : 0));
    }

    private static List<BodySection> Collect(List<(int Level, string Heading, string Text)> parts, int skip)
    {
        var levels = parts.Skip(skip + 1).Select(static part => part.Level).Distinct().Order().Take(2).ToArray();
        var sections = new List<BodySection>();
        var (upper, heading, text) = ("", "", new List<string>());
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            var rank = at <= skip ? -1 : Array.IndexOf(levels, part.Level);
            if (rank >= 0)
            {
                Close(sections, heading, text, keepHeading: rank == 0 || heading != upper);
                upper = rank == 0 ? part.Heading : upper;
                heading = rank == 0 || upper.Length == 0 ? part.Heading : upper + Wording.Below + part.Heading;
            }
            else if (at > skip && part.Heading.Length > 0)
            {
                text.Add(part.Heading);
            }

            text.Add(part.Text);
        }

        Close(sections, heading, text, keepHeading: true);
        return sections;
    }

    /// <summary>Ends a section. A heading without text below it is text itself, unless it is named by the next one.</summary>
    private static void Close(List<BodySection> sections, string heading, List<string> text, bool keepHeading)
    {
        var joined = AnswerText.Plain(string.Join("\n\n", text.Where(static part => part.Length > 0)));
        if (joined.Length > 0)
        {
            sections.Add(new BodySection(heading.TrimEnd(' ', ':'), joined));
        }
        else if (keepHeading && heading.Length > 0)
        {
            sections.Add(new BodySection("", heading));
        }

        text.Clear();
    }
}
