namespace ProposalSearch.Analysis.Forms;

/// <summary>English. <see cref="TermNormalizer"/> does the same without allocating.</summary>
internal sealed class EnglishLanguage : ILanguage
{
    /// <inheritdoc/>
    public string Code => "en";

    /// <inheritdoc/>
    public string Name => "English";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> StopWords => EnglishStopWords.All;

    /// <inheritdoc/>
    public bool PartsCharacters => false;

    /// <summary>Without a possessive 's.</summary>
    public Range Bare(ReadOnlySpan<char> word) => ..WithoutPossessive(word).Length;

    /// <summary>A word without a possessive 's.</summary>
    public static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'] ? word[..^2] : word;

    /// <inheritdoc/>
    public string? Stem(string word)
    {
        var stem = word.ToLowerInvariant().ToCharArray();
        return EnglishStopWords.Contains(stem) ? null : new string(stem, 0, PorterStemmer.Stem(stem));
    }
}
