using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Completing;

/// <summary>
/// Collects what can be suggested, in two lists: phrases, of which there are many, would hide titles and organizations in one.
/// </summary>
/// <param name="analysis">How words become terms.</param>
internal sealed class CompletionLists(AnalysisOptions analysis)
{
    /// <summary>Titles and names of more characters are not suggested: nobody reads them in a list.</summary>
    public const int LongestName = 160;

    private readonly PhraseCounter _phrases = new(FunctionWords.Of(analysis.Language));
    private readonly SuggestionsWriter _names = new(new TermNormalizer(analysis));

    /// <summary>Takes a proposal in.</summary>
    public void Add(Proposal proposal)
    {
        _phrases.Add(proposal);
        AddName(proposal.Title, SuggestionKind.Title);
        AddName(proposal.Organization, SuggestionKind.Organization);
    }

    /// <summary>The names of the lists' blobs: phrases, then names.</summary>
    public static IReadOnlyList<string> BlobNames { get; } = ["phrases", "names"];

    /// <summary>The lists. A name weighs as many proposals as have it.</summary>
    public IReadOnlyList<IndexBlob> Complete()
    {
        var phrases = new SuggestionsWriter(new TermNormalizer(analysis));
        foreach (var (text, proposals) in _phrases.Frequent())
        {
            phrases.Add(new SuggestionPhrase(text, proposals, (byte)SuggestionKind.Phrase));
        }

        return [new IndexBlob(BlobNames[0], phrases.Write()), new IndexBlob(BlobNames[1], _names.Write())];
    }

    private void AddName(string? name, SuggestionKind kind)
    {
        if (name?.Trim() is { Length: > 0 and <= LongestName } text)
        {
            _names.Add(new SuggestionPhrase(text, 1, (byte)kind));
        }
    }
}
