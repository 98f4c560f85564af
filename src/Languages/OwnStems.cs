namespace ProposalSearch.Languages;

/// <summary>
/// Stems of words that Lucene's light stemmers do not bring together with their other forms. They leave words alone that are shorter than
/// five letters in Spanish and six in Italian, so that <c>niño</c> would not find <c>niños</c>, nor <c>libro</c> <c>libri</c>.
/// </summary>
internal static class OwnStems
{
    private static readonly string[] FeminineOfGerman = ["erinnen", "orinnen", "arinnen", "tinnen", "dinnen", "leginnen", "loginnen"];

    /// <summary>
    /// The stem that the Spanish plural has: <c>niño</c> as <c>niños</c>, which Lucene cuts, and <c>ola</c> as <c>olas</c>, which it does
    /// not. <see langword="null"/> for a word that is neither.
    /// </summary>
    public static string? Spanish(string word) => word switch
    {
        [_, _, _, 'a' or 'e' or 'o'] => word[..^1],
        [_, _, 'a' or 'e' or 'o'] => word + "s",
        _ => null,
    };

    /// <summary>The word without the vowel that tells number and gender: <c>libro</c>, <c>libri</c>; <c>laghi</c>, <c>lago</c>.</summary>
    public static string? Italian(string word) => word.Length is 4 or 5 && word[^1] is ('a' or 'e' or 'i' or 'o')
        ? word[^2] == 'h' ? word[..^2] : word[..^1]
        : null;

    /// <summary>
    /// The stem that the German singular has: <c>Lehrerinnen</c> as <c>Lehrerin</c>, of which Lucene leaves <c>lehrerinn</c>.
    /// <see langword="null"/> for another word, such as the verb <c>gewinnen</c>.
    /// </summary>
    public static string? German(string word) =>
        Array.Exists(FeminineOfGerman, ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            ? word[..^3]
            : null;
}
