using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>What a search allocates must not grow with what it finds: ids and scores, facets, and passages of the hits shown.</summary>
public sealed class AllocationTests
{
    private const int Few = 1_000;
    private const int Rounds = 10;
    private const int Slack = 256;

    private static readonly Dictionary<string, (Query Query, SearchOptions Options)> Searches = new()
    {
        ["term"] = (new TermQuery(TermForm.Stemmed, "colleg"), new SearchOptions()),
        ["pruned"] = (new TermQuery(TermForm.Stemmed, "colleg"), new SearchOptions { Count = false }),
        ["any"] = (
            new BooleanQuery { Should = [new TermQuery(TermForm.Stemmed, "colleg"), new TermQuery(TermForm.Stemmed, "school")] },
            new SearchOptions()),
        ["two of three"] = (
            new BooleanQuery { Should = [Exact("college"), Exact("school"), Exact("the")], Not = [Exact("absent")], Minimum = 2 },
            new SearchOptions()),
        ["phrase"] = (new PhraseQuery(TermForm.Exact, [new("the", 0), new("college", 1)], 0), new SearchOptions()),
        ["near"] = (new PhraseQuery(TermForm.Exact, [new("the", 0), new("school", 1)], 3), new SearchOptions()),
        ["scope"] = (new ScopeQuery(Exact("college"), new HashSet<int> { 0 }), new SearchOptions()),
        ["prefix"] = (new PrefixQuery(TermForm.Exact, "coll", TermSetScoring.Blended), new SearchOptions()),
        ["scoped prefix"] = (
            new ScopeQuery(new PrefixQuery(TermForm.Exact, "coll", TermSetScoring.Blended), new HashSet<int> { 0 }), new SearchOptions()),
        ["fuzzy"] = (new FuzzyQuery(TermForm.Exact, "colege", 1), new SearchOptions()),
        ["facets and filters"] = (
            new AllQuery(),
            new SearchOptions
            {
                Facets = ["year"],
                Filters = [new ColumnFilter("year", new ValueQuery("year", ["1", "2"])), new ColumnFilter("words", Exact("college"))],
            }),
        ["sorted"] = (Exact("college"), new SearchOptions { Sort = new SortBy(SortKind.Text, "year", true) }),
    };

    public static TheoryData<string> Names => [.. Searches.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Search_TenTimesTheMatches_AllocatesNoMore(string name)
    {
        var (query, options) = Searches[name];
        AssertNoMore(10, name, query, options, (_, _) => { });
    }

    [Theory]
    [InlineData("term")]
    [InlineData("any")]
    [InlineData("phrase")]
    [InlineData("near")]
    [InlineData("scope")]
    [InlineData("prefix")]
    [InlineData("fuzzy")]
    public void Passages_EightTimesTheMatches_AllocateNoMore(string name)
    {
        var (query, options) = Searches[name];
        AssertNoMore(8, name, query, options with { Facets = ["year"] }, (snapshot, result) => ShowPassages(snapshot, query, result));
    }

    private static void ShowPassages(IndexSnapshot snapshot, Query query, SearchResult result)
    {
        var highlighter = new Highlighter(snapshot, query);
        foreach (var hit in result.Hits)
        {
            Assert.NotEmpty(highlighter.Passages(hit.Document, new HighlightOptions()));
        }
    }

    /// <summary>
    /// Asks two indexes in turn, one with so many times the documents of the other. What is allocated also depends on how far the runtime
    /// has got with its code; so only a difference that each of the rounds shows is one of the engine's.
    /// </summary>
    private static void AssertNoMore(int times, string name, Query query, SearchOptions options, Action<IndexSnapshot, SearchResult> use)
    {
        using var few = TestIndex.Of([.. Enumerable.Range(0, Few).Select(Document)]);
        using var many = TestIndex.Of([.. Enumerable.Range(0, times * Few).Select(Document)]);
        long fewMatches = Matches(few, query, options), manyMatches = Matches(many, query, options);
        Assert.True(manyMatches == times * fewMatches && fewMatches > 100, $"{fewMatches} and {manyMatches} matches");

        var rounds = Enumerable.Range(0, Rounds)
            .Select(_ => (Few: Allocated(few, query, options, use), Many: Allocated(many, query, options, use)))
            .ToArray();
        Assert.True(
            rounds.Any(
                round =>
                    round.Many <= round.Few
                        + Slack), $"{name}: bytes for {fewMatches} and {manyMatches} matches, by round: {string.Join(", ", rounds)}");
    }

    private static long Matches(TestIndex index, Query query, SearchOptions options) =>
        index.Snapshot.Search(query, options with { Count = true }).Total;

    private static long Allocated(TestIndex index, Query query, SearchOptions options, Action<IndexSnapshot, SearchResult> use)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        use(index.Snapshot, index.Snapshot.Search(query, options));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TermQuery Exact(string term) => new(TermForm.Exact, term);

    private static IndexDocument Document(int number)
    {
        var document = TestIndex.Document($"{number}", number % 2 == 0 ? "the college and the near school" : "a garden of the students");
        document.Values.Add(("year", $"{number % 5}"));
        return document;
    }
}
