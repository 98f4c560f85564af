namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// What a language makes of its words: which say nothing of a text's subject, what is written together with the word behind it, and which
/// words are forms of one. Accents and capital letters are not its business, but for what it must know of them. Immutable and thread-safe.
/// </summary>
public interface ILanguage
{
    /// <summary>Its code by BCP 47, such as <c>es</c> or <c>pt-BR</c>.</summary>
    string Code { get; }

    /// <summary>Its name in English, such as <c>Spanish</c>.</summary>
    string Name { get; }

    /// <summary>The words that the stemmed form leaves out, in small letters, as they are written.</summary>
    IReadOnlyCollection<string> StopWords { get; }

    /// <summary>Whether each character of Han, kana and Hangul is a word of its own, since blanks part none or part too little.</summary>
    bool PartsCharacters { get; }

    /// <summary>
    /// A word without what is only written together with it, such as the article of <c>l'éducation</c>: where it starts and how long it is.
    /// Never empty for a word that is not.
    /// </summary>
    Range Bare(ReadOnlySpan<char> word);

    /// <summary>
    /// The stem of a word as it is written, accents included, or <see langword="null"/> for a stop word. It may have accents itself.
    /// </summary>
    string? Stem(string word);
}
