using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Tests;

/// <summary>One question a run, for tests that have no more to ask.</summary>
internal static class ReaderCalls
{
    public static ValueTask<SearchResult> SearchAsync(
        this IIndexReader reader, Query query, SearchOptions options, CancellationToken cancellation = default) =>
        reader.Begin(Limit(cancellation)).SearchAsync(query, options);

    public static ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(this IIndexReader reader, DetailsRequest request) =>
        reader.Begin(TimeLimit.None).DescribeAsync(request);

    public static ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(
        this IIndexReader reader, string term, int edits, CancellationToken cancellation = default) =>
        reader.Begin(Limit(cancellation)).NearTermsAsync(term, edits);

    private static TimeLimit Limit(CancellationToken cancellation) => new(budget: null, TimeProvider.System, cancellation);
}
