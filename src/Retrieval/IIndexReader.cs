using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Retrieval;

/// <summary>
/// An opened index: one snapshot, which any number of threads may ask. A later publication does not disturb it. Every method throws
/// <see cref="IndexUnavailableException"/> where the index cannot be read any more.
/// </summary>
public interface IIndexReader : IDisposable
{
    /// <summary>Which index this is.</summary>
    IndexIdentity Identity { get; }

    /// <summary>The bytes that the index was published with under a name; <see langword="null"/> where there are none.</summary>
    ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default);

    /// <summary>Finds documents: the exact number of matches, the best of them, and counts of columns.</summary>
    ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options, CancellationToken cancellation = default);

    /// <summary>What there is to say of some documents that a search found, in the order of <see cref="DetailsRequest.Documents"/>.</summary>
    ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request, CancellationToken cancellation = default);

    /// <summary>The documents with these ids, in their order; <see langword="null"/> for an id that the index does not have.</summary>
    ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default);

    /// <summary>All documents that a search found, one after the other, in its order.</summary>
    IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found, CancellationToken cancellation = default);

    /// <summary>How many documents have each of some terms; 0 for a term that none has.</summary>
    ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms, CancellationToken cancellation = default);

    /// <summary>
    /// The exact terms within so many edits of a term, where two neighbours that changed places are one edit, in any order; the term itself may be among them.
    /// </summary>
    ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits, CancellationToken cancellation = default);

    /// <summary>Sizes and counts of the index.</summary>
    ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default);
}
