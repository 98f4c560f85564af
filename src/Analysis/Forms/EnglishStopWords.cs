namespace ProposalSearch.Analysis.Forms;

/// <summary>The 33 words that the stemmed form leaves out: those of Lucene's EnglishAnalyzer.</summary>
internal static class EnglishStopWords
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or",
        "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
    ];

    /// <summary>Whether this is one of them. In lower case.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 5 && word is
        "a" or "an" or "and" or "are" or "as" or "at" or "be" or "but" or "by" or "for" or "if" or "in" or "into" or "is" or "it" or
        "no" or "not" or "of" or "on" or "or" or "such" or "that" or "the" or "their" or "then" or "there" or "these" or "they" or
        "this" or "to" or "was" or "will" or "with";
}
