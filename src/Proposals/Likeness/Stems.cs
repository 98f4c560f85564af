namespace ProposalSearch.Proposals.Likeness;

/// <summary>
/// Words without their endings, so that <c>evaluate</c>, <c>evaluation</c> and <c>evaluating</c> are one. Coarser than a search engine's
/// stems: wordings are short, and two words that look alike in them mostly mean the same.
/// </summary>
internal static class Stems
{
    private const int ShortestStem = 4;
    private const int ShortestStemmed = 4;
    private const int MostEndings = 2;

    /// <summary>Longer endings go before the shorter ones that they end in.</summary>
    private static readonly string[] Endings =
    [
        "ization", "isation", "ational", "ations", "ation", "ative", "ators", "ator", "ments", "ment", "ness", "ingly", "ings", "ing", "ities", "ity",
        "able", "ible", "edly", "ed", "ers", "er", "ors", "or", "ies", "ive", "ion", "ions", "ate", "al", "es", "ly", "s", "e", "y",
    ];

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (word.Length < ShortestStemmed)
        {
            return word;
        }

        for (var round = 0; round < MostEndings; round++)
        {
            var ending = Array.Find(Endings, ending => IsEnding(word, ending));
            if (ending is null)
            {
                break;
            }

            word = word[..^ending.Length];
        }

        return word.Length > ShortestStem && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static bool IsEnding(string word, string ending)
        => word.Length - ending.Length >= ShortestStem
            && word.EndsWith(ending, StringComparison.Ordinal)
            && !(ending == "s" && word.EndsWith("ss", StringComparison.Ordinal));
}
