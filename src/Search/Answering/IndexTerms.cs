using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Correcting;

namespace ProposalSearch.Search.Answering;

/// <summary>The words of an opened index, for corrections of one request.</summary>
/// <param name="run">What is asked for the request.</param>
/// <param name="sideBySide">Whether words are together where they stand side by side, in this order; else anywhere in a document.</param>
internal sealed class IndexTerms(ISearchRun run, bool sideBySide) : ICorrectionTerms
{
    private static readonly SearchOptions CountOnly = new() { Top = 0 };

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(IReadOnlyList<string> terms) =>
        run.DocumentFrequenciesAsync(TermForm.Exact, terms);

    /// <inheritdoc/>
    public async ValueTask<long?> DocumentsWithAllAsync(IReadOnlyList<string> terms)
    {
        Query together = sideBySide
            ? new PhraseQuery(TermForm.Exact, [.. terms.Select((term, place) => new PhraseTerm(term, place))], Slop: 0)
            : new BooleanQuery { Must = [.. terms.Select(term => new TermQuery(TermForm.Exact, term))] };
        return (await run.SearchAsync(together, CountOnly).ConfigureAwait(false)).Total;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearAsync(string term, int maximumEdits) =>
        run.NearTermsAsync(term, maximumEdits);
}
