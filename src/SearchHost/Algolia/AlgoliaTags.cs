using System.Text;
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
    private const int Longest = 100;

    private bool IsHtml => Before.Contains('<', StringComparison.Ordinal) || After.Contains('<', StringComparison.Ordinal);

    /// <summary>Those that a request asks for; <c>em</c> where it asks for none, or for markup that <c>pre_tag</c> refuses.</summary>
    public static AlgoliaTags Of(AlgoliaFields fields)
    {
        var (before, after) = (fields.Text("highlightPreTag"), fields.Text("highlightPostTag"));
        var asked = new AlgoliaTags(before, after);
        var isFit = before.Length is > 0 and <= Longest && after.Length is > 0 and <= Longest;
        return isFit && (!asked.IsHtml || MarkTags.TryParse(before, after) is not null) ? asked : new AlgoliaTags("<em>", "</em>");
    }

    /// <summary>A text with its matches marked.</summary>
    public string Mark(string text, IReadOnlyList<TextSpan> matches)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var match in matches)
        {
            marked.Append(Shown(text[at..match.Start])).Append(Before);
            marked.Append(Shown(text.Substring(match.Start, match.Length))).Append(After);
            at = match.Start + match.Length;
        }

        return marked.Append(Shown(text[at..])).ToString();
    }

    private string Shown(string text) => IsHtml ? Html.Text(text).ToString() : text;
}
