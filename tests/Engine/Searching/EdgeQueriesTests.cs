using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Queries at the ends of what can be asked, on indexes at the ends of what can be.</summary>
public sealed class EdgeQueriesTests
{
    private static readonly Dictionary<string, Query> Queries = new()
    {
        ["a term that is empty"] = Exact(""),
        ["a term of a thousand letters"] = Exact(new string('x', 1000)),
        ["a phrase without a word"] = new PhraseQuery(TermForm.Exact, [], 0),
        ["a wildcard that is empty"] = new WildcardQuery(TermForm.Exact, "", TermSetScoring.Blended),
        ["a fuzzy word that is empty"] = new FuzzyQuery(TermForm.Exact, "", 2),
        ["a fuzzy word of a thousand letters"] = new FuzzyQuery(TermForm.Exact, new string('x', 1000), 2),
        ["half a surrogate pair, fuzzy"] = new FuzzyQuery(TermForm.Exact, "\uD83D", 1),
        ["half a surrogate pair, as a beginning"] = new PrefixQuery(TermForm.Exact, "\uD83D", TermSetScoring.Constant),
        ["no nearest terms"] = new FuzzyQuery(TermForm.Exact, "one", 1) { MaximumTerms = 0 },
        ["nothing but what is excluded"] = new BooleanQuery { Not = [Exact("one")] },
        ["nothing at all"] = new BooleanQuery(),
        ["more than there is to choose from"] = new BooleanQuery { Should = [Exact("one"), Exact("two")], Minimum = 3 },
        ["more than there is, beside a must"] = new BooleanQuery { Must = [Exact("one")], Should = [Exact("two")], Minimum = 2 },
        ["no values"] = new ValueQuery("category", []),
        ["a scope without labels"] = new ScopeQuery(Exact("one"), new HashSet<int>()),
        ["a stop word's stem"] = new TermQuery(TermForm.Stemmed, "the"),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Search_QueryThatNothingCanMatch_FindsNothing(string name)
    {
        using var index = Documents();

        Assert.Equal(0, index.Snapshot.Search(Queries[name], new SearchOptions { Facets = ["category"] }).Total);
        Assert.Equal(0, index.Snapshot.Explain(Queries[name], [0])[0].Value);
        Assert.NotNull(new Highlighter(index.Snapshot, Queries[name]).Passages(0, new HighlightOptions()));
        Assert.Equal([false, false], index.Snapshot.Matches(Queries[name], [0, 1]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Search_IndexOfNothing_FindsNothing(string name)
    {
        using var index = TestIndex.Of();
        AssertNothing(index, Queries[name]);
        AssertNothing(index, new BooleanQuery { Filter = [new AllQuery()], Not = [Queries[name]] });
    }

    [Fact]
    public void Search_MoreHitsWantedThanThereAre_GivesAllInOrder()
    {
        using var index = TestIndex.InParts(
            new IndexSettings(),
            [[TestIndex.Document("b", "one two")], [TestIndex.Document("a", "one two"), TestIndex.Document("c", "one")]]);

        Assert.Equal(["c", "b", "a"], index.Ids(index.Snapshot.Search(Exact("one"), new SearchOptions { Top = int.MaxValue })));
        Assert.Empty(index.Snapshot.Search(Exact("one"), new SearchOptions { Top = 0 }).Hits);
    }

    [Fact]
    public void Search_TiesOverSegments_GoInTheOrderOfAddingHoweverTheHitsAreFound()
    {
        using var index = TestIndex.InParts(
            new IndexSettings(),
            [
                .. Enumerable.Range(0, 5).Select(part =>
                    Enumerable.Range(0, 3).Select(i => TestIndex.Document($"{part}{i}", "same words")).ToArray()),
            ]);
        SearchOptions[] ways =
        [
            new() { Top = 7 }, new() { Top = 7, Count = false, PruneFrom = 0 },
            new() { Top = 7, Sort = new SortBy(SortKind.Number, "nowhere") },
            new() { Top = 7, Sort = new SortBy(SortKind.Text, "nowhere", Descending: true) },
        ];

        Assert.All(
            ways, way => Assert.Equal(["00", "01", "02", "10", "11", "12", "20"], index.Ids(index.Snapshot.Search(Exact("same"), way))));
        Assert.All(ways, way =>
        {
            var after = index.Snapshot.Search(Exact("same"), way).Hits[^1];
            Assert.Equal(
                ["21", "22", "30", "31", "32", "40", "41"], index.Ids(index.Snapshot.Search(Exact("same"), way with { After = after })));
        });
    }

    [Fact]
    public void Search_SortedByAColumnThatSomeLack_PutsThoseLastEitherWay()
    {
        using var index = TestIndex.Of(
            Dated("none", null), Dated("least", long.MinValue), Dated("zero", 0), Dated("greatest", long.MaxValue - 1));
        string[] Sorted(bool descending) =>
            index.Ids(index.Snapshot.Search(new AllQuery(), new SearchOptions { Sort = new SortBy(SortKind.Number, "date", descending) }));

        Assert.Equal(["least", "zero", "greatest", "none"], Sorted(descending: false));
        Assert.Equal(["greatest", "zero", "least", "none"], Sorted(descending: true));
    }

    [Theory]
    [InlineData("ÉCO", "eco")]
    [InlineData("ｅｃｏ", "ｅｃｏ")]
    [InlineData("e\u0301co", "e\u0301co")]
    public void Search_BeginningAndNeighbourOfAFoldedWord_FindIt(string written, string similar)
    {
        using var index = TestIndex.OfTexts($"{written}logie", "other words");
        var term = Analyzer.Exact(similar, new TermNormalizer(new AnalysisOptions()))[0].Term;

        Assert.Equal(
            ["0"], index.Ids(index.Snapshot.Search(new PrefixQuery(TermForm.Exact, term, TermSetScoring.Constant), new SearchOptions())));
        Assert.Equal(["0"], index.Ids(index.Snapshot.Search(new FuzzyQuery(TermForm.Exact, term + "logia", 1), new SearchOptions())));
        Assert.Equal(
            ["0"],
            index.Ids(
                index.Snapshot.Search(new WildcardQuery(TermForm.Exact, $"{term}lo*", TermSetScoring.Constant), new SearchOptions())));
    }

    private static TermQuery Exact(string term) => new(TermForm.Exact, term);

    private static TestIndex Documents() => TestIndex.OfTexts("one of the words", "");

    private static IndexDocument Dated(string id, long? date)
    {
        var document = TestIndex.Document(id, "word");
        if (date is { } value)
        {
            document.Numbers.Add(("date", value));
        }

        return document;
    }

    private static void AssertNothing(TestIndex index, Query query)
    {
        var result = index.Snapshot.Search(
            query, new SearchOptions { Facets = ["category"], Sort = new SortBy(SortKind.Text, "category") });
        Assert.Equal((0, 0L, 0L, 0), (index.Snapshot.DocumentCount, result.Total, result.UnfilteredTotal, result.Hits.Count));
        Assert.Equal(0, result.Facets[0].Missing);
        Assert.Empty(index.Snapshot.Search(query, new SearchOptions { Count = false, PruneFrom = 0 }).Hits);
        Assert.Equal(0, index.Snapshot.TokenCount());
    }
}
