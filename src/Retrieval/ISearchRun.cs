using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Retrieval;

/// <summary>
/// All that is asked of an index for one request, within one <see cref="TimeLimit"/>: every method ends within 20 ms of the moment when the
/// request is cancelled (<see cref="OperationCanceledException"/>) or its time is spent (<see cref="TimeExceededException"/>). An engine
/// may remember what it has looked up for the parts of a query, which are the same objects from call to call. Not thread-safe.
/// </summary>
public interface ISearchRun
{
    /// <summary>Finds documents: the exact number of matches, the best of them, and counts of columns.</summary>
    ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options);

    /// <summary>
    /// What there is to say of some documents that a search found, in the order of <see cref="DetailsRequest.Documents"/>.
    /// </summary>
    ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request);

    /// <summary>How many documents have each of some terms; 0 for a term that none has.</summary>
    ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms);

    /// <summary>
    /// The exact terms within so many edits of a term, where two neighbours that changed places are one edit, in any order; the term itself
    /// may be among them.
    /// </summary>
    ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits);
}
