using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>
/// What stands around matches. A client that escapes texts itself sends marks that are no HTML, and gets texts as they are; with elements,
/// the text between them is escaped here, so that what is answered is safe to insert.
/// </summary>
/// <param name="Before">Before a match.</param>
/// <param name="After">After it.</param>
internal sealed record AlgoliaTags(string Before, string After)
{
    private static readonly MarkTags Default = new("<em>", "</em>");

    /// <summary>The elements; <see langword="null"/> for marks that are none.</summary>
    private MarkTags? Elements { get; init; }

    /// <summary>Those that a request asks for; <c>em</c> where it asks for none, or for markup that <c>pre_tag</c> refuses.</summary>
    public static AlgoliaTags Of(AlgoliaFields fields)
    {
        var (before, after) = (fields.Text("highlightPreTag"), fields.Text("highlightPostTag"));
        var isMark = before.Length is > 0 and <= MarkTags.LongestTag && after.Length is > 0 and <= MarkTags.LongestTag;
        if (isMark && !before.Contains('<', StringComparison.Ordinal) && !after.Contains('<', StringComparison.Ordinal))
        {
            return new AlgoliaTags(before, after);
        }

        var elements = (isMark ? MarkTags.TryParse(before, after) : null) ?? Default;
        return new AlgoliaTags(elements.Before, elements.After) { Elements = elements };
    }

    /// <summary>A text with its matches marked.</summary>
    public string Mark(string text, IReadOnlyList<TextSpan> matches) => Elements is { } elements
        ? Marking.Mark(text, matches, elements)
        : Marking.Mark(text, matches, Before, After, static shown => shown);
}
