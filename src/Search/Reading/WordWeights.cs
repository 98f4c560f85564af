using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Reading;

/// <summary>How much each word of a query counts in the order of the hits. docs/ranking.md has the formula and what was measured.</summary>
/// <param name="repeated">How often words stand in the text that stand in it more than once.</param>
/// <param name="boosts">The weights of words, phrases and patterns that were given one, by their print.</param>
/// <param name="functionWords">Words that hold a sentence together, and count little.</param>
internal sealed class WordWeights(
    IReadOnlyDictionary<string, int> repeated, IReadOnlyDictionary<string, float> boosts, IReadOnlySet<string> functionWords)
{
    /// <summary>
    /// The share of a word's score that only proposals get which have the very form that was typed; the rest goes to all forms. "arts"
    /// finds "art", but rather "arts".
    /// </summary>
    public const float ExactShare = 0.25f;

    /// <summary>How much "after-school" counts as a phrase, beside its words, which count as others do.</summary>
    public const float CompoundShare = 0.25f;

    /// <summary>What a proposal scores that has the sign too that tells C++ from C: more than any word.</summary>
    public const float SignedShare = 12;

    /// <summary>
    /// How fast further occurrences in the query lose weight: the k3 of S. Robertson et al., "Okapi at TREC-3" (1994). Twice counts
    /// 1.8 times, and no number of times 9 times.
    /// </summary>
    private const float K3 = 8;

    /// <summary>The weight that a phrase or a pattern was given; 1 for most.</summary>
    public float Of(QueryNode node) => boosts.Count == 0 ? 1 : boosts.GetValueOrDefault(QueryText.Print(node), 1);

    /// <summary>The weight of a word as typed; 1 for most.</summary>
    public float Of(string word)
    {
        var times = repeated.GetValueOrDefault(word, 1);
        var share = (functionWords.Contains(word) ? FunctionWords.Share : 1) * boosts.GetValueOrDefault(word, 1);
        return share * times * (K3 + 1) / (K3 + times);
    }
}
