using ProposalSearch.Backends.Embedded.Building;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Suggestions;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Suggesting;

/// <summary>Collects what can be suggested, in two lists: phrases, of which there are many, would hide titles and organizations in one.</summary>
internal sealed class CompletionLists
{
    /// <summary>Titles and names of more characters are not suggested: nobody reads them in a list.</summary>
    public const int LongestName = 160;

    private readonly PhraseCounter _phrases = new();
    private readonly SuggestionsWriter _names = new(new TermNormalizer(ProposalDocument.Settings.Analysis));

    /// <summary>Takes a proposal in.</summary>
    public void Add(Proposal proposal)
    {
        _phrases.Add(proposal);
        AddName(proposal.Title, SuggestionKind.Title);
        AddName(proposal.Organization, SuggestionKind.Organization);
    }

    /// <summary>The lists: phrases, then names. A name weighs as many proposals as have it.</summary>
    public IReadOnlyList<SuggestionsWriter> Complete()
    {
        var phrases = new SuggestionsWriter(new TermNormalizer(ProposalDocument.Settings.Analysis));
        foreach (var (text, proposals) in _phrases.Frequent())
        {
            phrases.Add(new SuggestionPhrase(text, proposals, (byte)SuggestionKind.Phrase));
        }

        return [phrases, _names];
    }

    private void AddName(string? name, SuggestionKind kind)
    {
        if (name?.Trim() is { Length: > 0 and <= LongestName } text)
        {
            _names.Add(new SuggestionPhrase(text, 1, (byte)kind));
        }
    }
}
