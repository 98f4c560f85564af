using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Correcting;

namespace ProposalSearch.Search.Answering;

/// <summary>The words of an opened index, for corrections. Thread-safe; lives as long as the reader.</summary>
/// <param name="reader">The index.</param>
/// <param name="sideBySide">Whether words are together where they stand side by side, in this order; else anywhere in a document.</param>
internal sealed class IndexTerms(IIndexReader reader, bool sideBySide) : ICorrectionTerms
{
    private static readonly SearchOptions CountOnly = new() { Top = 0 };

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellation) =>
        reader.DocumentFrequenciesAsync(TermForm.Exact, terms, cancellation);

    /// <inheritdoc/>
    public async ValueTask<long?> DocumentsWithAllAsync(IReadOnlyList<string> terms, CancellationToken cancellation)
    {
        Query together = sideBySide
            ? new PhraseQuery(TermForm.Exact, [.. terms.Select((term, place) => new PhraseTerm(term, place))], Slop: 0)
            : new BooleanQuery { Must = [.. terms.Select(term => new TermQuery(TermForm.Exact, term))] };
        return (await reader.SearchAsync(together, CountOnly, cancellation).ConfigureAwait(false)).Total;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearAsync(string term, int maximumEdits, CancellationToken cancellation) =>
        reader.NearTermsAsync(term, maximumEdits, cancellation);
}
