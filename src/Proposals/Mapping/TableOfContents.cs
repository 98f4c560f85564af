using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// A list of links to the headings of its own file. Its words stand at these headings; as a passage it would be found for all of them, and
/// show none of what they are about.
/// </summary>
internal static class TableOfContents
{
    private const int FewestEntries = 2;

    /// <summary>The blocks without such lists, and without the headings that stand above nothing else.</summary>
    public static IEnumerable<Block> Without(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            var isHeading = all[at] is HeadingBlock && at + 1 < all.Count && IsOne(all[at + 1])
                && (at + 2 == all.Count || all[at + 2] is HeadingBlock);
            if (!isHeading && !IsOne(all[at]))
            {
                yield return all[at];
            }
        }
    }

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
