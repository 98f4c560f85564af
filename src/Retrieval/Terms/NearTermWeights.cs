using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Retrieval.Terms;

/// <summary>How much the terms count that are near to one.</summary>
public static class NearTermWeights
{
    /// <summary>
    /// The terms that count for a query, the nearest first, each with how much of a match's score counts: 1 for the same term, less
    /// for each edit.
    /// </summary>
    /// <param name="found">The terms within the edits of the query, in any order.</param>
    /// <param name="query">The query.</param>
    public static IReadOnlyList<(NearTerm Term, float Weight)> Of(IEnumerable<NearTerm> found, FuzzyQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int letters = Letters(query.Term);
        return
        [
            .. found
                .Select(near => (Term: near, Similarity: near.Edits == 0 ? 1
                    : 1f - (float)near.Edits / Math.Min(Letters(near.Term), letters)))
                .OrderByDescending(near => near.Similarity).ThenBy(near => near.Term.Term, StringComparer.Ordinal)
                .Take(query.MaximumTerms).Select(near => (near.Term, Math.Max(near.Similarity, 0))),
        ];
    }

    private static int Letters(string text) => text.Count(unit => !char.IsLowSurrogate(unit));
}
