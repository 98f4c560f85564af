namespace ProposalSearch.Analysis.Forms;

/// <summary>No language: a word is its own stem, and none is left out.</summary>
internal sealed class NoLanguage : ILanguage
{
    /// <inheritdoc/>
    public string Code => "und";

    /// <inheritdoc/>
    public string Name => "no language";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> StopWords => [];

    /// <inheritdoc/>
    public bool PartsCharacters => false;

    /// <inheritdoc/>
    public Range Bare(ReadOnlySpan<char> word) => ..;

    /// <inheritdoc/>
    public string? Stem(string word) => word;
}
