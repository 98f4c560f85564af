using System.Collections.Frozen;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Language;

/// <summary>
/// English words that hold a sentence together and say nothing of its subject: articles, prepositions, pronouns, auxiliaries, the words
/// of questions, and the like. Those that no engine leaves out as stop words are searched for like other words; but of "what are the
/// structural problems of fast aircraft" nobody wants what has "what". Backends let them count little in the order (<see cref="Share"/>),
/// and never in which proposals match.
/// </summary>
/// <remarks>
/// Closed classes of the language, not words that are frequent in some archive: none of them is a noun, an adjective or a full verb.
/// </remarks>
public static class FunctionWords
{
    /// <summary>How much such a word counts in the order, where another word counts as 1: 0.1.</summary>
    public const float Share = 0.1f;

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "about", "above", "across", "after", "again", "against", "all", "almost", "along", "already", "also", "although", "always",
        "am", "among", "an", "and", "any", "anybody", "anyone", "anything", "are", "around", "as", "at", "be", "because", "been",
        "before", "being", "below", "between", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "doing", "done",
        "down", "during", "each", "either", "else", "ever", "every", "everybody", "everyone", "everything", "few", "for", "from",
        "further", "had", "has", "have", "having", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his", "how",
        "however", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "least", "less", "many", "may", "me", "might", "more",
        "most", "much", "must", "my", "myself", "neither", "no", "nor", "not", "now", "of", "off", "often", "on", "once", "one", "only",
        "onto", "or", "other", "others", "ought", "our", "ours", "ourselves", "out", "over", "own", "per", "perhaps", "please", "rather",
        "same", "several", "shall", "she", "should", "since", "so", "some", "somebody", "someone", "something", "still", "such", "than",
        "that", "the", "their", "them", "themselves", "then", "there", "these", "they", "this", "though", "through", "thus", "to",
        "together", "too", "toward", "towards", "under", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "whatever",
        "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet",
        "you", "your", "yours", "yourself", "yourselves");

    /// <summary>All of them, in small letters.</summary>
    public static IReadOnlyCollection<string> All => Words;

    /// <summary>
    /// Those of a language, in any case: of another than English, the stop words that its analysis leaves out. Made anew for each call.
    /// </summary>
    internal static FrozenSet<string> Of(ILanguage language) =>
        language == BuiltInLanguages.English ? Words : language.StopWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this is one of the English ones, in any case.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
