using ProposalSearch.Proposals;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search;

/// <summary>What somebody has typed so far.</summary>
public sealed record SuggestRequest
{
    /// <summary>
    /// The text. Its last word is taken as unfinished unless something follows it. No text is an error; an empty one, and one too long
    /// to be typed by hand, has no suggestions.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Suggestions at most, 1 to <see cref="SearchLimits.MaxSuggestions"/>. Default 8.</summary>
    public int Limit { get; init; } = 8;

    /// <summary>Filters of the search that is typed: what finds nothing within them is not suggested.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    /// <summary>As <see cref="SearchRequest.TimeBudget"/>.</summary>
    public TimeSpan? TimeBudget { get; init; } = SearchLimits.TimeBudget;
}

/// <summary>Something of an index that somebody may be about to type.</summary>
/// <param name="Text">The words as they stand in the index; a frequent phrase in small letters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Match">What of <paramref name="Text"/> was typed, the last word whole.</param>
/// <param name="Edits">Letters typed wrong: 0 where what was typed fits as it is.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, TextSpan Match, int Edits)
{
    /// <summary>
    /// The query that finds it, in the query language: the words of a phrase, a title in quotes in titles, and so with organizations.
    /// </summary>
    public string Query => Kind switch
    {
        SuggestionKind.Title => Within(QuerySections.Title),
        SuggestionKind.Organization => Within(QuerySections.Organization),
        _ => Text,
    };

    private string Within(string section) => QueryText.Print(new WithinNode([section], new PhraseNode(QueryText.Quotable(Text), 0)));
}

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>Words that several proposals have, side by side.</summary>
    Phrase,

    /// <summary>A proposal's title.</summary>
    Title,

    /// <summary>An organization's name.</summary>
    Organization,
}
