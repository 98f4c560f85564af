using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Synonyms;

/// <summary>A word of a query in both forms, with the part of the query that it stands in; that of "low-income" has two.</summary>
/// <param name="Node">The part of the query.</param>
/// <param name="Exact">The word.</param>
/// <param name="Stem">Its stem; empty for a stop word within a part that has others.</param>
internal sealed record TypedTerm(WordNode Node, string Exact, string Stem)
{
    /// <summary>The words of a query that stand side by side, without those that are to be left out.</summary>
    public static IEnumerable<IReadOnlyList<TypedTerm>> Runs(QueryNode? node, WordAnalysis words) => node switch
    {
        WordNode word => [Of(word, words)],
        WithinNode within => Runs(within.Inner, words),
        GroupNode group => Runs(group, words),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<TypedTerm>> Runs(GroupNode group, WordAnalysis words)
    {
        var run = new List<TypedTerm>();
        foreach (var clause in group.Clauses)
        {
            if (clause is { Occurrence: not Occurrence.Excluded, Node: WordNode word })
            {
                run.AddRange(Of(word, words));
                continue;
            }

            yield return run;
            run = [];
            foreach (var inner in clause.Occurrence == Occurrence.Excluded ? [] : Runs(clause.Node, words))
            {
                yield return inner;
            }
        }

        yield return run;
    }

    private static List<TypedTerm> Of(WordNode word, WordAnalysis words)
    {
        var stems = words.Stemmed(word.Text).ToDictionary(token => token.Position, token => token.Term);
        return words.Exact(word.Text).ConvertAll(token => new TypedTerm(word, token.Term, stems.GetValueOrDefault(token.Position, "")));
    }
}
