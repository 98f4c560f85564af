using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// What orders partial matches: how many of the words they have, where another word of the same beginning stands for one that they lack:
/// "lonely" for "loneliness". Words that they have add their own scores to that, so that a near form counts less than the word.
/// </summary>
internal static class NearForms
{
    /// <summary>
    /// What each word is worth: more than most words score, so that proposals with more of them, or near forms, come first.
    /// </summary>
    private const float Worth = 8;

    /// <summary>Letters that a word needs to have a near form; shorter beginnings are those of too many words.</summary>
    private const int LeastLetters = 6;

    /// <summary>Letters of the beginning at least.</summary>
    private const int LeastBeginning = 5;

    /// <summary>Words looked at, so that a pasted page does not take long.</summary>
    private const int MaxWords = 8;

    /// <summary>A query for each word, that finds the word and its near forms.</summary>
    public static IReadOnlyList<Query> Of(QueryNode? root, WordLowering lowering, WordAnalysis words) =>
    [
        .. QueryText.Leaves(root)
            .Where(static leaf => !leaf.Excluded)
            .Select(static leaf => leaf.Node).OfType<WordNode>()
            .Where(word => !words.IsFunctionWord(word.Text))
            .Take(MaxWords)
            .Select(word => new ConstantQuery(
                new BooleanQuery { Should = [lowering.Match(word), .. Beginning(words.Fold(word.Text))] }, Worth)),
    ];

    private static IEnumerable<Query> Beginning(string word) => word.Length < LeastLetters || !word.All(char.IsLetter)
        ? []
        : [new PrefixQuery(TermForm.Exact, word[..Math.Max(LeastBeginning, word.Length / 2)], TermSetScoring.Constant)];
}
