using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>Query trees of every kind of node, made of the words of an archive.</summary>
/// <param name="random">The chance.</param>
/// <param name="stems">Stems to look for; some should be in no document.</param>
/// <param name="words">Whole words in the order of a text, so that phrases are found.</param>
/// <param name="columns">Text columns with some of their values.</param>
/// <param name="labels">How many labels there are.</param>
internal sealed class RandomTree(
    Random random, IReadOnlyList<string> stems, IReadOnlyList<string> words, IReadOnlyList<(string Column, string Value)> columns,
        int labels)
{
    /// <summary>A tree.</summary>
    public Query Next(int depth = 3) => random.Next(depth > 0 ? 16 : 9) switch
    {
        0 or 1 => new TermQuery(TermForm.Stemmed, One(stems)),
        2 => new TermQuery(TermForm.Exact, One(words)),
        3 or 4 => Phrase(),
        5 => new PrefixQuery(TermForm.Exact, Beginning(One(words)), Scoring()),
        6 => new WildcardQuery(TermForm.Exact, Shape(One(words)), Scoring()),
        7 => new FuzzyQuery(TermForm.Exact, Misspelt(One(words)), random.Next(3))
        {
            PrefixLength = random.Next(2),
            MaximumTerms = random.Next(1, 30)
        },
        8 => Column(),
        9 => new BoostQuery(Next(depth - 1), random.Next(1, 5) / 2f),
        10 => new ConstantQuery(Next(depth - 1), random.Next(1, 4)),
        11 => new ScopeQuery(Next(depth - 1), Labels()),
        _ => Boolean(depth - 1),
    };

    /// <summary>A value of a column to filter by.</summary>
    public (string Column, Query Condition) Filter()
    {
        var (column, value) = One(columns);
        return (column, new ValueQuery(column, [value, One(columns).Value], random.Next(8) == 0));
    }

    private BooleanQuery Boolean(int depth)
    {
        List<Query> Some(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Next(depth))];
        return new BooleanQuery
        {
            Must = Some(2),
            Should = Some(3),
            Filter = Some(1),
            Not = Some(1),
            Minimum = random.Next(3) == 0
            ? random.Next(4) : null
        };
    }

    private PhraseQuery Phrase()
    {
        int first = random.Next(words.Count), count = Math.Min(random.Next(1, 5), words.Count - first), slop = random.Next(3) == 0
            ? random.Next(1, 9) : 0;
        var terms = Enumerable.Range(0, count).Select(i => new PhraseTerm(words[first + i], i)).ToList();
        if (slop > 0 && random.Next(2) == 0)
        {
            terms = [.. terms.AsEnumerable().Reverse().Select((term, i) => term with { Position = i })];
        }
        else if (count > 2 && random.Next(3) == 0)
        {
            terms.RemoveAt(1);
        }

        return new PhraseQuery(TermForm.Exact, terms, slop);
    }

    private Query Column() => random.Next(4) switch
    {
        0 => new AllQuery(),
        _ => Filter().Condition,
    };

    private HashSet<int> Labels() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(labels))];

    private TermSetScoring Scoring() => random.Next(2) == 0 ? TermSetScoring.Constant : TermSetScoring.Blended;

    private string Beginning(string word) => word[..Math.Min(word.Length, random.Next(1, 5))];

    private string Shape(string word) => random.Next(3) switch
    {
        0 => "*" + word[(word.Length / 2)..],
        1 => word[..(word.Length / 2)] + "?" + word[Math.Min(word.Length, word.Length / 2 + 1)..],
        _ => Beginning(word) + "*" + word[^1..],
    };

    private string Misspelt(string word) => word.Length < 3 ? word : word.Remove(random.Next(word.Length), 1);

    private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
