using System.Collections.Frozen;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// A list of links to the headings of its own file. Its words stand at these headings; as a passage it would be found for all of them, and
/// show none of what they are about. What stands above it, such as <c>Table of contents</c>, goes with it.
/// </summary>
internal static class TableOfContents
{
    private const int FewestEntries = 2;

    private static readonly FrozenSet<string> Names = new[]
    {
        "contents", "table of contents", "table of content", "content", "toc", "index", "on this page", "in this document",
        "inhalt", "inhaltsverzeichnis", "índice", "indice", "contenido", "contenidos", "tabla de contenidos",
        "tabla de contenido", "sommaire", "table des matières", "sumário", "conteúdo", "sommario", "inhoud", "inhoudsopgave",
        "spis treści", "innehåll", "indhold", "innhold", "sisällys", "obsah", "содержание", "оглавление", "目次", "目录", "目錄", "차례",
        "목차",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a heading says that a table of contents follows, so that it is no title.</summary>
    public static bool IsName(string heading) => Names.Contains(Wording.Normalize(heading).Trim(':', ' '));

    /// <summary>The blocks without such lists, and without the headings that stand above nothing else.</summary>
    public static IEnumerable<Block> Without(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            var isHeading = at + 1 < all.Count && IsOne(all[at + 1])
                && ((all[at] is HeadingBlock && (at + 2 == all.Count || all[at + 2] is HeadingBlock)) || IsName(all[at]));
            if (!isHeading && !IsOne(all[at]))
            {
                yield return all[at];
            }
        }
    }

    private static bool IsName(Block block)
        => block is HeadingBlock or ParagraphBlock && IsName(MarkdownText.Of(((LeafBlock)block).Inline));

    private static bool IsOne(Block block)
        => block is ListBlock list
            && list.Descendants<LeafBlock>().ToList() is { Count: >= FewestEntries } entries
            && entries.TrueForAll(IsEntry);

    /// <summary>Whether a line is one link into the file, with a number beside it at most.</summary>
    private static bool IsEntry(LeafBlock leaf)
    {
        var (links, others) = (0, 0);
        foreach (var inline in leaf.Inline ?? Enumerable.Empty<Inline>())
        {
            links += inline is LinkInline { IsImage: false, Url: ['#', _, ..] } ? 1 : 0;
            others += inline is not (LinkInline or LineBreakInline or HtmlInline or LiteralInline)
                || (inline is LinkInline { Url: not ['#', ..] })
                || (inline is LiteralInline literal && literal.Content.AsSpan().ContainsAnyInRange('A', '\uFFFF')) ? 1 : 0;
        }

        return links == 1 && others == 0;
    }
}
