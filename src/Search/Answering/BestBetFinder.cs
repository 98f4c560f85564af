using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// What curators show first for a query: on the first page, by relevance, within the filters. A proposal of theirs is among the hits of no
/// page then. One for each request.
/// </summary>
internal sealed class BestBetFinder(OpenedIndex index, ISearchRun run, SearchRequest request)
{
    /// <summary>The bets of the request.</summary>
    public IReadOnlyList<BestBet> Bets { get; } = request is { Sort: SortOrder.Relevance, SortBy: null, PerPage: > 0 }
        ? index.BestBets.Of(request.Text, index.Today)
        : [];

    /// <summary>Their proposals within the filters, each with its id.</summary>
    public async ValueTask<IReadOnlyDictionary<string, RankedDocument>> FindAsync(IReadOnlyList<ColumnFilter> filters)
    {
        var found = new Dictionary<string, RankedDocument>(StringComparer.Ordinal);
        foreach (var id in Bets.SelectMany(static bet => bet.Proposals).Distinct(StringComparer.Ordinal))
        {
            var options = new SearchOptions { Top = 1, Filters = filters };
            if ((await run.SearchAsync(ProposalNames.Having(id), options).ConfigureAwait(false)).Hits is [var hit])
            {
                found.Add(id, hit);
            }
        }

        return found;
    }

    /// <summary>The bets with their hits, which are in the order of the proposals that were found.</summary>
    public IReadOnlyList<ShownBestBet> With(IReadOnlyDictionary<string, RankedDocument> found, IReadOnlyList<Hit> hits)
    {
        var known = hits.Select(static hit => hit with { Score = 0, Partial = false }).ToDictionary(static hit => hit.Id);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Bets.Select(bet => new ShownBestBet(
                    bet.Text, bet.Link, [.. bet.Proposals.Where(id => found.ContainsKey(id) && shown.Add(id)).Select(id => known[id])]))
                .Where(static bet => bet.Text is not null || bet.Hits.Count > 0),
        ];
    }
}
