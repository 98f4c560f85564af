using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch.Describing;

/// <summary>What there is to say of documents that were read. Belongs to one request.</summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class DocumentDescriber(IndexMark mark, IndexTerms terms, TimeLimit limit)
{
    private readonly DocumentScorer _scorer = new(mark, terms, limit);

    /// <summary>What there is to say of some documents, in their order.</summary>
    public DocumentDetails[] Describe(IReadOnlyList<StoredDocument> documents, DetailsRequest request)
    {
        DocumentPart[] parts = request.Marked is { } marked ? [.. new QueryParts(mark, terms, limit).Of(marked)] : [];
        var matches = new FoundMatches();
        var chooser = new PassageChooser(matches, limit);
        var details = new DocumentDetails[documents.Count];
        for (int i = 0; i < details.Length; i++)
        {
            limit.Check();
            var document = documents[i];
            details[i] = new DocumentDetails(document)
            {
                MatchedParts = [.. request.Parts.Select(part => _scorer.Score(part, document) is not null)],
                Explanation = request.Explained is { } explained ? _scorer.Explain(explained, document) : null,
            };
            if (request.Marked is not null)
            {
                details[i] = Mark(details[i], document, parts, request, matches, chooser);
            }
        }

        return details;
    }

    private DocumentDetails Mark(
        DocumentDetails details, StoredDocument document, DocumentPart[] parts, DetailsRequest request, FoundMatches matches,
        PassageChooser chooser)
    {
        var found = matches.Begin();
        for (int leaf = 0; leaf < parts.Length; leaf++)
        {
            limit.Step();
            parts[leaf].Find(document.Words, leaf, found);
        }

        matches.Complete(document, limit);
        return details with
        {
            Passages = chooser.Choose(document, [.. parts.Select(part => part.Weight)], request.Passages),
            WholeMatches = chooser.MatchesIn(document, request.WholeLabel),
            SectionMatches = request.AllSections ? chooser.MatchesBySection(document) : [],
        };
    }
}
