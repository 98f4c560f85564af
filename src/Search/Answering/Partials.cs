using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// The best partial matches, where few proposals have all words: they follow those that have, and are counted apart.
/// </summary>
internal static class Partials
{
    /// <summary>
    /// So few full matches are filled up: less than a page of the usual length, whatever the length of this one, so that pages of any
    /// length show the same hits in the same order.
    /// </summary>
    public const int FewerThan = 10;

    /// <summary>The sort key of a partial match among all hits; those with all words have 0.</summary>
    public const long Key = 1;

    /// <summary>Whether a hit is one.</summary>
    public static bool Has(RankedDocument hit) => hit.Key == Key;

    /// <summary>Whether partial matches follow the full ones.</summary>
    public static bool Follow(SearchRequest request, FoundDocuments full) =>
        request is { Match: MatchMode.Auto, Sort: SortOrder.Relevance, SortBy: null }
        && full.Words.Count > 1
        && full.Result.UnfilteredTotal is > 0 and < FewerThan;

    /// <summary>What has any of the words and not all of them.</summary>
    /// <param name="any">The query of any of the words.</param>
    /// <param name="all">The query of all of them.</param>
    /// <param name="nearForms">What adds to the order.</param>
    public static Query Query(Query any, Query all, IReadOnlyList<Query> nearForms) =>
        new BooleanQuery { Must = [any], Not = [all], Should = nearForms, Minimum = 0 };

    /// <summary>The options of the search for them: as many as the full matches left room for, after the last that was shown.</summary>
    public static SearchOptions Options(SearchOptions options, SearchResult full, RankedDocument? after) => options with
    {
        Top = Math.Max(options.Top - full.Hits.Count, 0),
        After = after is { } last && Has(last) ? last with { Key = 0 } : null,
        Facets = [],
    };

    /// <summary>The hits of both, the full ones first.</summary>
    public static SearchResult Join(SearchResult full, SearchResult partial) =>
        full with { Hits = [.. full.Hits, .. partial.Hits.Select(static hit => hit with { Key = Key })] };
}
