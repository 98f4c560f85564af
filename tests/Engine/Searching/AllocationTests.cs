using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>What a search allocates must not grow with what it finds: ids and scores, facets, and passages of the hits shown.</summary>
public sealed class AllocationTests
{
    private static readonly Dictionary<string, (Query Query, SearchOptions Options)> Searches = new()
    {
        ["term"] = (new TermQuery(TermForm.Stemmed, "colleg"), new SearchOptions()),
        ["pruned"] = (new TermQuery(TermForm.Stemmed, "colleg"), new SearchOptions { Count = false }),
        ["any"] = (new BooleanQuery { Should = [new TermQuery(TermForm.Stemmed, "colleg"), new TermQuery(TermForm.Stemmed, "school")] }, new SearchOptions()),
        ["two of three"] = (
            new BooleanQuery { Should = [Exact("college"), Exact("school"), Exact("the")], Not = [Exact("absent")], Minimum = 2 }, new SearchOptions()),
        ["phrase"] = (new PhraseQuery(TermForm.Exact, [new("the", 0), new("college", 1)], 0), new SearchOptions()),
        ["near"] = (new PhraseQuery(TermForm.Exact, [new("the", 0), new("school", 1)], 3), new SearchOptions()),
        ["scope"] = (new ScopeQuery(Exact("college"), new HashSet<int> { 0 }), new SearchOptions()),
        ["prefix"] = (new PrefixQuery(TermForm.Exact, "coll", TermSetScoring.Blended), new SearchOptions()),
        ["scoped prefix"] = (new ScopeQuery(new PrefixQuery(TermForm.Exact, "coll", TermSetScoring.Blended), new HashSet<int> { 0 }), new SearchOptions()),
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
        var (few, fewMatches) = Allocated(query, options, documents: 1_000);
        var (many, manyMatches) = Allocated(query, options, documents: 10_000);

        Assert.True(manyMatches == 10 * fewMatches && fewMatches > 100, $"{fewMatches} and {manyMatches} matches");
        Assert.True(many <= few + 256, $"{name}: {few} bytes for {fewMatches} matches, {many} for {manyMatches}");
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
        var (few, fewMatches) = Allocated(query, options with { Facets = ["year"] }, documents: 1_000, ShowPassages);
        var (many, manyMatches) = Allocated(query, options with { Facets = ["year"] }, documents: 8_000, ShowPassages);

        Assert.True(manyMatches == 8 * fewMatches && fewMatches > 100, $"{fewMatches} and {manyMatches} matches");
        Assert.True(many <= few + 256, $"{name}: {few} bytes for {fewMatches} matches, {many} for {manyMatches}");
    }

    private static void ShowPassages(IndexSnapshot snapshot, Query query, SearchResult result)
    {
        var highlighter = new Highlighter(snapshot, query);
        Assert.All(result.Hits, hit => Assert.NotEmpty(highlighter.Passages(hit.Document, new HighlightOptions())));
    }

    private static TermQuery Exact(string term) => new(TermForm.Exact, term);

    private static (long Bytes, long Matches) Allocated(Query query, SearchOptions options, int documents, Action<IndexSnapshot, Query, SearchResult>? use = null)
    {
        using var index = TestIndex.Of([.. Enumerable.Range(0, documents).Select(Document)]);
        var least = long.MaxValue;
        long matches = 0;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = index.Snapshot.Search(query, options);
            use?.Invoke(index.Snapshot, query, result);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            matches = index.Snapshot.Search(query, options with { Count = true }).Total;
        }

        return (least, matches);
    }

    private static IndexDocument Document(int number)
    {
        var document = TestIndex.Document($"{number}", number % 2 == 0 ? "the college and the near school" : "a garden of the students");
        document.Values.Add(("year", $"{number % 5}"));
        return document;
    }
}
