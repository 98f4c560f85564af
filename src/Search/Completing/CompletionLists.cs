using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
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
    private readonly NameSpellings _names = new();
    private readonly TermNormalizer _normalizer = new(analysis);

    /// <summary>Takes a proposal in.</summary>
    public void Add(Proposal proposal)
    {
        _phrases.Add(proposal);
        AddName(proposal.Title, SuggestionKind.Title, Words);
        AddName(proposal.Organization, SuggestionKind.Organization, OrganizationSpelling.KeyOf);
    }

    /// <summary>The names of the lists' blobs: phrases, then names.</summary>
    public static IReadOnlyList<string> BlobNames { get; } = ["phrases", "names"];

    /// <summary>
    /// The lists. A name weighs as many proposals as have it, in any spelling, and stands there once. Each name of an organization that has
    /// several weighs as many proposals as all of them have, so that the organization is where it belongs whichever of them is typed.
    /// </summary>
    /// <param name="organizations">The names of each organization that has several.</param>
    public IReadOnlyList<IndexBlob> Complete(IEnumerable<IReadOnlyList<string>> organizations)
    {
        var (phrases, names) = (new SuggestionsWriter(_normalizer), new SuggestionsWriter(_normalizer));
        foreach (var (text, proposals) in _phrases.Frequent())
        {
            phrases.Add(new SuggestionPhrase(text, proposals, (byte)SuggestionKind.Phrase));
        }

        foreach (var name in _names.All(new KnownOrganizations(organizations)))
        {
            names.Add(name);
        }

        return [new IndexBlob(BlobNames[0], phrases.Write()), new IndexBlob(BlobNames[1], names.Write())];
    }

    /// <summary>The words of a title without its signs and accents; where it has none, itself.</summary>
    private string Words(string title) =>
        Analyzer.Exact(title, _normalizer) is { Count: > 0 } words ? string.Join(' ', words.Select(static word => word.Term)) : title;

    private void AddName(string? name, SuggestionKind kind, Func<string, string> key)
    {
        if (name?.Trim() is { Length: > 0 and <= LongestName } text)
        {
            _names.Add(kind, key(text), text);
        }
    }
}
