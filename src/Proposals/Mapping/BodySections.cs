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
/// <param name="Title">The heading that is the title, or <see langword="null"/>.</param>
/// <param name="Sections">The sections that have text.</param>
internal sealed record BodySections(string? Title, IReadOnlyList<BodySection> Sections)
{
    /// <summary>A heading at the top that most files have: the name of the form; or <see langword="null"/>.</summary>
    public string? Form { get; private init; }

    private const int LongestMarkdown = 4 << 20;
    private const int MostOpenLinks = 1000;

    /// <summary>Only so many headings are looked at to tell which is the title.</summary>
    private const int MostAboveTheTitle = 4;
    private const int MostBelowTheTitle = 100;

    /// <summary>A longer line below a heading that asks for the title is none.</summary>
    private const int LongestTitle = 120;

    /// <summary>The level of what is no part of the text, and follows it: footnotes that no question has.</summary>
    private const int NotesLevel = -1;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseFootnotes().Build();

    /// <summary>Divides a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="headings">The headings of the archive; nothing is known of them where it is <see langword="null"/>.</param>
    /// <param name="title">The title that a key states, or <see langword="null"/>: then a heading that says something else is none.</param>
    /// <param name="isQuestion">
    /// Whether a heading is a question that proposals answer: beside a title that a key states it is no other.
    /// </param>
    public static BodySections Of(
        SourceBody body, ArchiveHeadings? headings = null, string? title = null, Func<string, bool>? isQuestion = null)
    {
        var parts = Parts(body);
        var notes = parts.FindAll(static part => part.Level == NotesLevel);
        parts.RemoveAll(static part => part.Level == NotesLevel);
        var divided = Divide(parts, headings ?? ArchiveHeadings.Unknown, title, isQuestion);
        return notes.Count == 0
            ? divided
            : divided with { Sections = [.. divided.Sections, .. notes.Select(static note => new BodySection(note.Heading, note.Text))] };
    }

    private static List<(int Level, string Heading, string Text)> Parts(SourceBody body) => body.Markup switch
    {
        SourceMarkup.Markdown => OfMarkdown(HeadingLines.WithBlanks(body.Text)),
        SourceMarkup.Html => HtmlHeadings.Split(body.Text),
        _ => HeadingLines.Split(body.Text),
    };

    private static List<(int Level, string Heading, string Text)> OfMarkdown(string text)
    {
        var parts = new List<(int Level, string Heading, string Text)>();
        var (level, heading) = (0, "");
        var plain = new MarkdownText();
        var (notes, areBadges) = ("", true);
        foreach (var block in TableOfContents.Without(Parse(text)))
        {
            if (block is FootnoteGroup group)
            {
                notes = MarkdownFootnotes.Of(group);
            }
            else if (block is HeadingBlock next)
            {
                // Small pictures above the title, such as that of a state, belong below it.
                parts.Add((level, heading, areBadges ? "" : plain.Take()));
                (level, heading, areBadges) = (next.Level, MarkdownText.Of(next.Inline), false);
            }
            else
            {
                areBadges &= MarkdownText.ArePictures(block);
                plain.Append(block);
            }
        }

        parts.Add((level, heading, plain.Take()));
        if (notes.Length > 0)
        {
            parts.Add((NotesLevel, MarkdownFootnotes.Heading, notes));
        }

        return parts;
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

    private static BodySections Divide(
        List<(int Level, string Heading, string Text)> parts, ArchiveHeadings headings, string? stated, Func<string, bool>? isQuestion)
    {
        if (stated is null && LabelledTitle(parts, headings) is { } labelled)
        {
            return new BodySections(labelled, Collect([.. parts.Take(1), .. parts.Skip(2)], skip: 0));
        }

        var at = TitleAt(parts, headings, stated);
        var isAsked = parts.Count > 1 && stated is not null && isQuestion?.Invoke(parts[1].Heading) == true;
        at = at == 1 && isAsked ? 0 : at;
        var isForm = at == 0 && IsOneAtTheTop(parts) && parts.Count > 2 && !isAsked;
        if (at == 0 && !isForm)
        {
            return new BodySections(null, Collect(parts, skip: 0));
        }

        // A heading above the title that has no text of its own names the form.
        var place = Math.Max(1, at);
        var heading = parts[place].Heading;
        List<(int Level, string Heading, string Text)> rest = [.. parts.Take(place), (0, "", parts[place].Text), .. parts.Skip(place + 1)];
        return new BodySections(isForm ? null : heading, Collect(rest, skip: place)) { Form = isForm ? heading : null };
    }

    /// <summary>The line below a heading at the top that asks for the title, such as <c>Project name</c>.</summary>
    private static string? LabelledTitle(List<(int Level, string Heading, string Text)> parts, ArchiveHeadings headings)
        => parts.Count > 2
            && parts[0].Text.Length == 0
            && parts[1].Text is { Length: > 0 and <= LongestTitle } text
            && !text.AsSpan().Contains('\n')
            && text[^1] is not ('.' or ':')
            && headings.AsksForTitle(parts[1].Heading)
            && !Placeholders.IsNoValue(text)
                ? text
                : null;

    /// <summary>
    /// The place of the title; 0 where there is none. It is a heading at the top that does not repeat in the archive while others below it
    /// do; or the one heading of the first level.
    /// </summary>
    private static int TitleAt(
        List<(int Level, string Heading, string Text)> parts, ArchiveHeadings headings, string? stated)
    {
        for (var at = 1; at < Math.Min(parts.Count, MostAboveTheTitle) && parts[at - 1].Text.Length == 0; at++)
        {
            if (!headings.IsRepeated(parts[at].Heading)
                && !TableOfContents.IsName(parts[at].Heading)
                && parts.Skip(at + 1).Take(MostBelowTheTitle).Any(part => headings.IsRepeated(part.Heading))
                && (stated is null || Letters.Contain(parts[at].Heading, stated) || Letters.Contain(stated, parts[at].Heading)))
            {
                return at;
            }
        }

        return IsOneAtTheTop(parts) && !headings.IsFrequent(parts[1].Heading) && !TableOfContents.IsName(parts[1].Heading) ? 1 : 0;
    }

    /// <summary>Whether the text begins with a heading of the first level that is the only one of it.</summary>
    private static bool IsOneAtTheTop(List<(int Level, string Heading, string Text)> parts)
        => parts.Count > 1
            && parts[0].Text.Length == 0
            && parts[1].Level == 1
            && parts.Count(static part => part.Level == 1) == 1;

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
            else if (part.Heading.Length > 0)
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
