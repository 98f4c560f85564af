using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// What adds to the order of the hits of a query beside its words: what is called so, closeness, and the terms of its own best hits.
/// None of it finds anything or leaves anything out. One for each request.
/// </summary>
/// <param name="run">What is asked for the request.</param>
/// <param name="texts">The stems of documents.</param>
internal sealed class QueryRanker(ISearchRun run, TermsOfDocuments texts)
{
    /// <summary>What adds to the order.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="root">The query as read.</param>
    /// <param name="words">The words of the search.</param>
    /// <param name="lower">Makes a query for the engine of a part of the query.</param>
    public async ValueTask<AddedWeights> WeighAsync(string text, QueryNode? root, WordAnalysis words, Func<QueryNode, Query> lower)
    {
        var names = ExactName.Of(text);
        if (!CanHelp(root) || WithoutFilters(root!) is not { } wordsOnly)
        {
            return new AddedWeights(names, []);
        }

        IReadOnlyList<Query> close = Closeness.Of(wordsOnly, words);
        var terms = await FeedbackAsync(AddedWeights.To(lower(wordsOnly), close)).ConfigureAwait(false);
        var own = QueryText.Leaves(wordsOnly).Select(static leaf => leaf.Node).OfType<WordNode>()
            .SelectMany(word => words.Stemmed(word.Text)).Select(static token => token.Term).ToHashSet(StringComparer.Ordinal);
        return new AddedWeights(
            [
                .. names,
                .. terms.OrderByDescending(static term => term.Rarity)
                    .Select(static term => new BoostQuery(new TermQuery(TermForm.Stemmed, term.Term), term.Weight)),
                .. close,
            ],
            [.. terms.Where(term => !own.Contains(term.Term)).Select(static term => term.Word)]);
    }

    /// <summary>
    /// The terms of the best hits of the words alone: filters narrow what is shown, and neither change the order of what is left nor a
    /// score.
    /// </summary>
    private async ValueTask<IReadOnlyList<FeedbackTerm>> FeedbackAsync(Query query)
    {
        var best = await run.SearchAsync(query, new SearchOptions { Top = Feedback.Hits, Count = false }).ConfigureAwait(false);
        return best.Hits.Count < 2
            ? []
            : await texts.CommonToAsync(best.Hits, run).ConfigureAwait(false);
    }

    /// <summary>
    /// A query with a plain word that is looked for everywhere: quotes ask for these very words, and within a section other sections say
    /// nothing.
    /// </summary>
    private static bool CanHelp(QueryNode? root) =>
        !ExactName.HasSections(root) && QueryText.Leaves(root).Any(static leaf => !leaf.Excluded && leaf.Node is WordNode);

    private static QueryNode? WithoutFilters(QueryNode root) =>
        QueryText.Rewrite(root, static (leaf, excluded) => leaf is FacetNode or RangeNode ? null : leaf);
}

/// <summary>What adds to the order of a query.</summary>
/// <param name="Queries">
/// Queries that add to the score of what is found anyhow. Those come last that are looked up slowest, frequent terms and pairs: an engine
/// passes over them where they can make no difference any more.
/// </param>
/// <param name="AlsoWeighed">Words of the best hits that count too, the most telling first, but those of the query itself.</param>
internal sealed record AddedWeights(IReadOnlyList<Query> Queries, IReadOnlyList<string> AlsoWeighed)
{
    /// <summary>Nothing.</summary>
    public static AddedWeights None { get; } = new([], []);

    /// <summary>A query with what adds to its scores.</summary>
    public static Query To(Query query, IReadOnlyList<Query> added) =>
        added.Count == 0 ? query : new BooleanQuery { Must = [query], Should = added, Minimum = 0 };
}
