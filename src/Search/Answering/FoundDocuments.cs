using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Answering;

/// <summary>What a search found, before any text is read.</summary>
/// <param name="Reading">The query as it was read.</param>
/// <param name="Query">The query as the engine was given it.</param>
/// <param name="Words">The words that were to be found, each with a query of its own.</param>
/// <param name="HasWords">Whether anything of the query scores.</param>
/// <param name="Result">What the engine found.</param>
/// <param name="Interpretation">The query for the response.</param>
internal sealed record FoundDocuments(
    QueryReading Reading, Query Query, IReadOnlyList<(string Word, Query Query)> Words, bool HasWords, SearchResult Result,
    QueryInterpretation Interpretation)
{
    /// <summary>The score of a hit, as a response has it.</summary>
    public double ScoreOf(RankedDocument hit) => HasWords ? hit.Score : 0;

    /// <summary>What is to be marked in texts: the query without what only adds to scores.</summary>
    public required Query Marked { get; init; }

    /// <summary>The filters of the request, as the engine was given them.</summary>
    public IReadOnlyList<ColumnFilter> Filters { get; init; } = [];

    /// <summary>The query, scored by its own words alone.</summary>
    public required Query Plain { get; init; }

    /// <summary>The partial matches that follow, where they do.</summary>
    public PartialMatches? Partial { get; init; }

    /// <summary>Words of the best hits that count in the order too.</summary>
    public IReadOnlyList<string> AlsoWeighed { get; init; } = [];

    /// <summary>Sentences for the response.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Partial matches after the full ones.</summary>
/// <param name="Words">The words that were to be found, each with a query of its own.</param>
/// <param name="Query">The query as the engine was given it.</param>
/// <param name="Marked">What is to be marked in their texts.</param>
/// <param name="Total">How many there are, within the filters.</param>
internal sealed record PartialMatches(IReadOnlyList<(string Word, Query Query)> Words, Query Query, Query Marked, long Total);
