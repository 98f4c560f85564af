using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// What the contract promises, as tests: the same for every backend. A backend's test project derives from this class, says how
/// the backend is made, and inherits them all. They know the contract only, never what is behind it.
/// </summary>
/// <remarks>
/// A file for each part of the contract: words, ranking, phrases, patterns, sections, facets, order, snippets,
/// counting, faults, life cycle.
/// Most tests search <see cref="ProposalCorpus"/>; where a test needs proposals of its own, it makes them in its first lines.
/// </remarks>
public abstract partial class SearchBackendConformance : ConformanceTests, IClassFixture<CorpusIndex>
{
    private readonly CorpusIndex _corpus;

    /// <summary>Tests that share one index of the corpus, since they only read it.</summary>
    protected SearchBackendConformance(CorpusIndex corpus) => _corpus = corpus;

    /// <summary>An opened index of <see cref="ProposalCorpus"/>.</summary>
    protected ProposalIndex Corpus() => _corpus.Open(CreateBackend, CorpusLocation);

    /// <summary>Where the index of the corpus is; <see langword="null"/> for a folder.</summary>
    protected virtual string? CorpusLocation => null;

    private static async Task<SearchResponse> Search(ProposalIndex index, string text) =>
        await Search(index, new SearchRequest { Text = text, PerPage = 100 });

    /// <summary>Without the usual time budget: on a busy machine a thread may stand still for longer than that.</summary>
    private static async Task<SearchResponse> Search(ProposalIndex index, SearchRequest request) =>
        await index.SearchAsync(request.TimeBudget == SearchLimits.TimeBudget ? request with { TimeBudget = null } : request);

    /// <summary>The refusal of a request.</summary>
    private static Task<SearchRequestException> Refused(ProposalIndex index, SearchRequest request) =>
        Assert.ThrowsAsync<SearchRequestException>(async () => await index.SearchAsync(request));

    /// <summary>Lets through what has one of the values.</summary>
    private static FacetFilter Having(string field, params string[] values) => new(field) { Include = values };

    /// <summary>The ids of all hits that have all words, in order; what has some of them follows and is not counted.</summary>
    private static async Task<string[]> Ids(ProposalIndex index, string text) => Ids(await Search(index, text));

    private static async Task<string[]> Ids(ProposalIndex index, SearchRequest request) => Ids(await Search(index, request));

    private static string[] Ids(SearchResponse response)
    {
        var full = response.Hits.TakeWhile(hit => !hit.Partial).ToList();
        Assert.All(response.Hits.Skip(full.Count), hit => Assert.True(hit.Partial));
        Assert.Equal(response.Total, full.Count);
        return [.. full.Select(hit => hit.Id)];
    }

    /// <summary>The ids of all hits, in alphabetical order, where a test is about which and not about where.</summary>
    private static async Task<string[]> Found(ProposalIndex index, string text) =>
        [.. (await Ids(index, text)).Order(StringComparer.Ordinal)];
}
