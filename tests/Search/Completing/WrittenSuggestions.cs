using ProposalSearch.Analysis.Forms;
using ProposalSearch.Search.Completing;

namespace ProposalSearch.Search.Tests.Completing;

/// <summary>Phrases written and opened again.</summary>
internal sealed class WrittenSuggestions
{
    public WrittenSuggestions(params IEnumerable<SuggestionPhrase> phrases)
    {
        var normalizer = new TermNormalizer(AnalysisOptions.Default);
        var suggestions = new SuggestionsWriter(normalizer);
        foreach (var phrase in phrases)
        {
            suggestions.Add(phrase);
        }

        Bytes = suggestions.Write().ToArray();
        Reader = SuggestionsReader.Open(new BlobBytes("test", Bytes), normalizer);
    }

    public SuggestionsReader Reader { get; }

    /// <summary>The bytes of the completions.</summary>
    public byte[] Bytes { get; }

    public IEnumerable<string> Texts(string typed, int limit = 10) => Reader.Complete(typed, limit).Select(completion => completion.Text);
}
