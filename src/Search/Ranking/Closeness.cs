using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// What adds to the score of proposals that have neighbouring words of the query near one another: the sequential dependence of D. Metzler
/// and W. B. Croft, "A Markov random field model for term dependencies" (2005), as one phrase with some distance for each pair. Which
/// proposals match does not depend on it. docs/ranking.md has the formula and what was measured.
/// </summary>
internal static class Closeness
{
    /// <summary>How much a pair counts beside its words, where the query has few pairs.</summary>
    public const float Weight = 0.15f;

    /// <summary>So many pairs count in full; of more, all together count as much as these.</summary>
    public const int FullPairs = 3;

    /// <summary>Pairs that are looked for at most, so that a pasted page does not take long.</summary>
    public const int MaxPairs = 24;

    /// <summary>By how many words the second of a pair may stand away from its place right after the first.</summary>
    public const int Distance = 7;

    /// <summary>A query for each pair of neighbouring words, each with its weight.</summary>
    public static IReadOnlyList<Query> Of(QueryNode? root, WordAnalysis words)
    {
        var pairs = Pairs(root, words);
        var weight = Weight * Math.Min(1f, (float)FullPairs / Math.Max(pairs.Count, 1));
        return [.. pairs.Take(MaxPairs).Select(pair => new BoostQuery(Near(pair.First, pair.Second), weight))];
    }

    private static PhraseQuery Near(string first, string second) =>
        new(TermForm.Stemmed, [new PhraseTerm(first, 0), new PhraseTerm(second, 1)], Distance);

    /// <summary>The last term of each word with the first term of the next, without words that only hold a sentence together.</summary>
    private static List<(string First, string Second)> Pairs(QueryNode? root, WordAnalysis words)
    {
        var pairs = new List<(string First, string Second)>();
        var before = (string?)null;
        foreach (var (node, excluded) in QueryText.Leaves(root))
        {
            if (excluded || node is not WordNode word || words.IsFunctionWord(word.Text)
                || words.Stemmed(word.Text) is not { Count: > 0 } tokens)
            {
                continue;
            }

            if (before is not null && before != tokens[0].Term && !pairs.Contains((before, tokens[0].Term)))
            {
                pairs.Add((before, tokens[0].Term));
            }

            before = tokens[^1].Term;
        }

        return pairs;
    }
}
