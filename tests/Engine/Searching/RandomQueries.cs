using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Random query trees over the <see cref="SmallWorld"/>.</summary>
internal sealed class RandomQueries(Random random)
{
    private static readonly TermNormalizer Normalizer = new(new AnalysisOptions());

    /// <summary>A query of at most so many levels.</summary>
    public Query Next(int depth) => random.Next(depth > 0 ? 16 : 9) switch
    {
        0 or 1 or 2 => new TermQuery(Form(), Term()),
        3 or 4 => Phrase(),
        5 => new PrefixQuery(Form(), Beginning(), Scoring()),
        6 => new WildcardQuery(Form(), Shape(), Scoring()),
        7 => Fuzzy(),
        8 => Column(),
        9 => new BoostQuery(Next(depth - 1), random.Next(6) * 0.5f),
        10 => new ConstantQuery(Next(depth - 1), random.Next(4)),
        11 => new ScopeQuery(Next(depth - 1), Labels()),
        12 or 13 => AnyOf(depth - 1),
        _ => Boolean(depth - 1),
    };

    /// <summary>Any of some terms: what can be pruned.</summary>
    public BooleanQuery AnyTerms() =>
        new() { Should = Several(1, 6, () => Boosted(new TermQuery(TermForm.Stemmed, Stem(SmallWorld.Word(random))))) };

    /// <summary>A condition on a column.</summary>
    public Query Column() => random.Next(8) switch
    {
        0 => new AllQuery(),
        1 => new NoneQuery(),
        2 or 3 => new ValueQuery("year", Several(0, 3, () => $"{random.Next(2012, 2019)}"), random.Next(3) == 0),
        4 => new ValueQuery("rare", random.Next(2) == 0 ? ["yes"] : [], random.Next(2) == 0),
        5 => new ValueQuery("nowhere", ["x"], random.Next(2) == 0),
        _ => Category(),
    };

    /// <summary>Some categories.</summary>
    public ValueQuery Category() =>
        new("category", Several(0, 4, () => SmallWorld.Categories[random.Next(SmallWorld.Categories.Length)]), random.Next(3) == 0);

    private static string Stem(string word) => Analyzer.Stemmed(word, Normalizer) is [var token, ..] ? token.Term : word;

    private static string Exact(string word) => Analyzer.Exact(word, Normalizer)[0].Term;

    private T[] Several<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];

    private Query Boosted(Query query) => random.Next(3) == 0 ? new BoostQuery(query, random.Next(1, 8) * 0.3f) : query;

    private TermForm Form() => random.Next(2) == 0 ? TermForm.Stemmed : TermForm.Exact;

    private TermSetScoring Scoring() => random.Next(2) == 0 ? TermSetScoring.Blended : TermSetScoring.Constant;

    private string Term()
    {
        var word = random.Next(30) == 0 ? "absent" : SmallWorld.Word(random);
        return random.Next(2) == 0 ? Stem(word) : Exact(word);
    }

    private string Beginning() =>
        random.Next(20) == 0 ? "" : Term() is var term && char.IsSurrogate(term[0]) ? term : term[..random.Next(1, term.Length + 1)];

    private string Shape()
    {
        var shape = Term();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var at = char.IsSurrogate(shape[0]) ? 0 : random.Next(shape.Length + 1);
            shape = random.Next(2) == 0 || at == shape.Length
                ? shape.Insert(at, "*")
                : shape.Remove(at, char.IsHighSurrogate(shape[at]) ? 2 : 1).Insert(at, "?");
        }

        return shape;
    }

    private FuzzyQuery Fuzzy() => new(Form(), Term(), random.Next(3))
    {
        PrefixLength = random.Next(3),
        Transpositions = random.Next(2) == 0,
        MaximumTerms = random.Next(5) == 0 ? random.Next(1, 4) : 50,
    };

    private PhraseQuery Phrase()
    {
        var (form, place) = (Form(), random.Next(4) == 0 ? 1 : 0);
        var slop = random.Next(3) == 0 ? random.Next(1, 6) : 0;
        var terms = new List<PhraseTerm>();
        for (var words = random.Next(1, 4); words > 0; words--)
        {
            var term = form == TermForm.Stemmed ? Stem(SmallWorld.Word(random)) : Exact(SmallWorld.Word(random));
            if (slop == 0 || terms.All(other => other.Term != term))
            {
                terms.Add(new PhraseTerm(term, place));
            }

            place += random.Next(5) == 0 ? 2 : 1;
        }

        return new PhraseQuery(form, terms, slop);
    }

    private HashSet<int> Labels() => [.. Several(0, 3, () => random.Next(SmallWorld.Labels))];

    private BooleanQuery AnyOf(int depth) => new() { Should = Several(1, 5, () => Next(depth)) };

    private BooleanQuery Boolean(int depth) => new()
    {
        Must = Several(0, 2, () => Next(depth)),
        Should = Several(0, 4, () => Next(depth)),
        Filter = random.Next(3) == 0 ? Several(0, 2, () => Next(depth)) : [],
        Not = random.Next(3) == 0 ? Several(1, 2, () => Next(depth)) : [],
        Minimum = random.Next(3) == 0 ? random.Next(4) : null,
    };
}
