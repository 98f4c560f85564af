using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Backends.OpenSearch.Describing;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Searching;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>All that is asked of an index for one request. Documents that were read once are remembered. Not thread-safe.</summary>
/// <param name="index">The index.</param>
/// <param name="termsOf">Gives its terms, which are read when they are first asked for.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class OpenSearchRun(IndexHandle index, Func<TimeLimit, ValueTask<IndexTerms>> termsOf, TimeLimit limit) : ISearchRun
{
    private readonly Dictionary<int, StoredDocument> _documents = [];

    /// <inheritdoc/>
    public async ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options)
    {
        limit.Check();
        var terms = await termsOf(limit).ConfigureAwait(false);
        return await new IndexSearch(index, terms, limit).SearchAsync(query, options).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request)
    {
        limit.Check();
        var terms = await termsOf(limit).ConfigureAwait(false);
        int[] wanted = [.. request.Documents.Select(ranked => ranked.Document).Where(number => !_documents.ContainsKey(number)).Distinct()];
        if (wanted.Length > 0)
        {
            var read = await index.ReadAsync(wanted, limit).ConfigureAwait(false);
            foreach (var (number, document) in wanted.Zip(read))
            {
                _documents.Add(number, document);
            }
        }

        return new DocumentDescriber(index.Mark, terms, limit)
            .Describe([.. request.Documents.Select(ranked => _documents[ranked.Document])], request);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms)
    {
        limit.Check();
        var known = await termsOf(limit).ConfigureAwait(false);
        return [.. terms.Select(term => (long)known.FrequencyOf(form, term))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits)
    {
        limit.Check();
        var known = await termsOf(limit).ConfigureAwait(false);
        return known.Near(TermForm.Exact, new LevenshteinAutomaton(term, maximumEdits, prefixLength: 0, transpositions: true), limit);
    }
}
