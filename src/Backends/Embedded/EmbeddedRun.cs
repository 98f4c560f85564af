using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Embedded;

/// <summary>What is asked of the embedded engine for one request.</summary>
internal sealed class EmbeddedRun(IndexSnapshot snapshot, SearchRun run) : ISearchRun
{
    /// <inheritdoc/>
    public ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options) => Answer(() => snapshot.Search(query, options, run));

    /// <inheritdoc/>
    /// <remarks>Documents are read in the order in which they are stored.</remarks>
    public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) => Answer(() =>
    {
        int[] documents = [.. request.Documents.Select(ranked => ranked.Document)];
        bool[][] parts = [.. request.Parts.Select(part => snapshot.Matches(part, documents, run))];
        var explanations = request.Explained is { } explained ? snapshot.Explain(explained, documents, run) : null;
        var highlighter = request.Marked is { } marked ? new Highlighter(snapshot, marked, run) : null;
        var details = new DocumentDetails[documents.Length];
        foreach (var (at, document) in documents.Index().OrderBy(pair => pair.Item))
        {
            run.Limit.Check();
            details[at] = new DocumentDetails(new EmbeddedDocument(snapshot, document))
            {
                WholeMatches = highlighter?.MatchesIn(document, request.WholeLabel) ?? [],
                SectionMatches = request.AllSections ? highlighter?.MatchesBySection(document) ?? [] : [],
                Passages = highlighter?.Passages(document, request.Passages) ?? [],
                MatchedParts = [.. parts.Select(part => part[at])],
                Explanation = explanations?[at],
            };
        }

        return (IReadOnlyList<DocumentDetails>)details;
    });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms) =>
        Answer(() => (IReadOnlyList<long>)[.. terms.Select(term => snapshot.DocumentFrequency(form, term))]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits) =>
        Answer(() => snapshot.NearTerms(term, maximumEdits, run));

    private ValueTask<T> Answer<T>(Func<T> answer)
    {
        run.Limit.Check();
        return new(EngineErrors.Read(snapshot, answer));
    }
}
