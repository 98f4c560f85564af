using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of <c>/v1/suggest</c>.</summary>
internal sealed record SuggestAnswer(string Text, IReadOnlyList<SuggestionAnswer> Suggestions, double TookMs, IndexAnswer Index);

/// <summary>A suggestion. <c>query</c> is what to search for; <c>html</c> is safe to insert.</summary>
internal sealed record SuggestionAnswer(string Text, string Kind, string Query, string Url, string Html, TextSpan Match, int Edits);
