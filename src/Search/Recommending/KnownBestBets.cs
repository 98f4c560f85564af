using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Recommending;

/// <summary>The best bets of an index, by their queries. Immutable.</summary>
internal sealed class KnownBestBets
{
    private readonly ILookup<string, BestBet> _byQuery;
    private readonly TermNormalizer _normalizer;

    /// <summary>Those of a list.</summary>
    public KnownBestBets(IReadOnlyList<BestBet> bets, TermNormalizer normalizer)
    {
        _normalizer = normalizer;
        _byQuery = bets.SelectMany(bet => bet.Queries.Select(query => (Key: KeyOf(query), Bet: bet)).Distinct())
            .ToLookup(static pair => pair.Key, static pair => pair.Bet, StringComparer.Ordinal);
    }

    /// <summary>What is shown first for a query on a day, in the order of the schema.</summary>
    public IReadOnlyList<BestBet> Of(string text, DateOnly day) =>
        _byQuery.Count == 0 || text.Length > SearchLimits.LongestBestBet ? []
            : [.. _byQuery[KeyOf(text)].Where(bet => bet.IsShownOn(day))];

    private string KeyOf(string text) => ProposalNames.Form(text, _normalizer);
}
