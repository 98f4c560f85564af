using ProposalSearch.Analysis.Forms;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Reading;

/// <summary>
/// The words of one search in both forms: each text is analysed once, however many parts of the search ask for it. Used by one thread.
/// </summary>
internal sealed class WordAnalysis(TermNormalizer normalizer, IReadOnlySet<string> functionWords)
{
    private readonly Dictionary<string, List<Token>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Token>> _stemmed = new(StringComparer.Ordinal);

    /// <summary>The words of a text in their exact form, stop words included.</summary>
    public List<Token> Exact(string text) =>
        _exact.TryGetValue(text, out var known) ? known : _exact[text] = Analyzer.Exact(text, normalizer);

    /// <summary>The words of a text as stems, without stop words.</summary>
    public List<Token> Stemmed(string text) =>
        _stemmed.TryGetValue(text, out var known) ? known : _stemmed[text] = Analyzer.Stemmed(text, normalizer);

    /// <summary>The words of a phrase in their exact form, a place for each star that stands by itself.</summary>
    public List<Token> Phrase(string text) => PhraseWords.HasGap(text) ? PhraseWords.Of(text, normalizer) : Exact(text);

    /// <summary>Whether a word only holds a sentence together, in the language of the index.</summary>
    public bool IsFunctionWord(string word) => functionWords.Contains(word);

    /// <summary>A text as exact terms have it.</summary>
    public string Fold(string text) => normalizer.Fold(text);
}
