using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Languages;

/// <summary>
/// Chinese, Japanese, Korean: each character is a word, and characters typed side by side are found side by side, as Lucene's pairs of
/// characters find them. Words in Latin letters are found as they are written.
/// </summary>
internal sealed class EastAsianLanguage : ILanguage
{
    private EastAsianLanguage(string code, string name) => (Code, Name) = (code, name);

    /// <summary>All three.</summary>
    public static IReadOnlyList<ILanguage> All { get; } =
        [new EastAsianLanguage("ja", "Japanese"), new EastAsianLanguage("ko", "Korean"), new EastAsianLanguage("zh", "Chinese")];

    /// <inheritdoc/>
    public string Code { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> StopWords => BuiltInLanguages.English.StopWords;

    /// <inheritdoc/>
    public bool PartsCharacters => true;

    /// <inheritdoc/>
    public Range Bare(ReadOnlySpan<char> word) => ..;

    /// <inheritdoc/>
    /// <remarks>As Lucene's analyzer, it leaves out the stop words of English, which such texts are full of.</remarks>
    public string? Stem(string word) =>
        word.Length <= 5 && StopWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? null : word;
}
