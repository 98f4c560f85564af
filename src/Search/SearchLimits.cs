namespace ProposalSearch.Search;

/// <summary>
/// Bounds of a <see cref="SearchRequest"/>, the same for every backend. What is beyond them is a <see cref="RequestFault"/>.
/// </summary>
public static class SearchLimits
{
    /// <summary>Hits on a page at most: 100.</summary>
    public const int MaxPerPage = 100;

    /// <summary>Hits that pages reach: the last hit of a page is at most the 10,000th. A cursor reads on without end.</summary>
    public const int Window = 10_000;

    /// <summary>Snippets of a hit at most: 20.</summary>
    public const int MaxSnippets = 20;

    /// <summary>The shortest length of a snippet to aim at, in characters: 40.</summary>
    public const int MinSnippetLength = 40;

    /// <summary>The greatest length of a snippet to aim at, in characters: 2,000.</summary>
    public const int MaxSnippetLength = 2_000;

    /// <summary>Characters of the longest query that has best bets: 200.</summary>
    public const int LongestBestBet = 200;

    /// <summary>Suggestions at most: 20.</summary>
    public const int MaxSuggestions = 20;

    /// <summary>Values of a facet that are listed at most: 10,000.</summary>
    public const int MaxFacetSize = 10_000;

    /// <summary>The time that a search or a suggestion may take where the request does not say: 2 seconds.</summary>
    public static TimeSpan TimeBudget { get; } = TimeSpan.FromSeconds(2);
}

/// <summary>The codes of faults: stable, for programs.</summary>
public static class FaultCodes
{
    /// <summary>A facet that the schema does not have.</summary>
    public const string UnknownFacet = "unknown_facet";

    /// <summary>A canonical question that the schema does not have.</summary>
    public const string UnknownQuestion = "unknown_question";

    /// <summary>Two filters on one field.</summary>
    public const string DuplicateFilter = "duplicate_filter";

    /// <summary>A range of a facet of words, one whose ends are both open or the wrong way round, or one beside included values.</summary>
    public const string InvalidRange = "invalid_range";

    /// <summary>A value of a facet of numbers that is no number.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>A number of the request that is out of its bounds, or an enumeration's value that does not exist.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>A page that ends beyond <see cref="SearchLimits.Window"/>.</summary>
    public const string WindowExceeded = "window_exceeded";

    /// <summary>A cursor that this index did not give, or gave for another request.</summary>
    public const string InvalidCursor = "invalid_cursor";
}
