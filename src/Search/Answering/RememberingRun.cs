using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// What is asked for one request, where terms that some request asked for before are not looked up again: an opened index never changes.
/// </summary>
/// <param name="run">What is asked of the engine.</param>
/// <param name="known">What is known of the terms of the index.</param>
/// <param name="limit">The time of the request.</param>
internal sealed class RememberingRun(ISearchRun run, KnownTerms known, TimeLimit limit) : ISearchRun
{
    /// <summary>More terms than this are those of a document, not of a query, and nobody asks for all of them again.</summary>
    public const int MostTerms = 64;

    /// <inheritdoc/>
    public ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options) => run.SearchAsync(query, options);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) => run.DescribeAsync(request);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms)
    {
        limit.Check();
        if (terms.Count > MostTerms)
        {
            return run.DocumentFrequenciesAsync(form, terms);
        }

        var counts = new long[terms.Count];
        for (var at = 0; at < counts.Length; at++)
        {
            if (!known.TryCount(form, terms[at], out counts[at]))
            {
                return CountAsync(form, terms);
            }
        }

        return new(counts);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits)
    {
        limit.Check();
        return known.TryNear(term, maximumEdits, out var near) ? new(near) : FindNearAsync(term, maximumEdits);
    }

    private async ValueTask<IReadOnlyList<long>> CountAsync(TermForm form, IReadOnlyList<string> terms)
    {
        var counts = await run.DocumentFrequenciesAsync(form, terms).ConfigureAwait(false);
        for (var at = 0; at < counts.Count; at++)
        {
            known.Keep(form, terms[at], counts[at]);
        }

        return counts;
    }

    private async ValueTask<IReadOnlyList<NearTerm>> FindNearAsync(string term, int maximumEdits)
    {
        var near = await run.NearTermsAsync(term, maximumEdits).ConfigureAwait(false);
        known.Keep(term, maximumEdits, near);
        return near;
    }
}
