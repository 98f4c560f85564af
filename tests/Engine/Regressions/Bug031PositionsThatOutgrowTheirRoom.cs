using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A prefix or a shape looked for within some sections read the positions of a term into room for 64, got more room where a document has
/// the term more
/// often, and then went on with the old room: an error where more than 64 are within the sections, and a wrong score where fewer are.
/// </summary>
public sealed class Bug031PositionsThatOutgrowTheirRoom
{
    private static readonly Query Prefix = new PrefixQuery(TermForm.Exact, "scho", TermSetScoring.Blended);
    private static readonly Query Shape = new WildcardQuery(TermForm.Exact, "s?hool*", TermSetScoring.Blended);

    [Theory]
    [InlineData(65)]
    [InlineData(1000)]
    public void Search_SetWithinSectionsThatHaveATermOften_FindsIt(int times)
    {
        using var index = TestIndex.Of(TestIndex.Labelled("a", (1, Times(times))), TestIndex.Labelled("b", (2, "school")));

        Assert.All([Prefix, Shape], query => Assert.Equal(1, index.Snapshot.Search(Within(query, 1), new SearchOptions()).Total));
    }

    [Fact]
    public void Search_SetWithinSectionsThatHaveFewOfMany_ScoresAsItsOneTerm()
    {
        var settings = new IndexSettings { SectionWeights = [1, 1, 7] };
        using var index = TestIndex.Of(
            settings,
            TestIndex.Labelled("a", (1, Times(100)), (2, "school and school")),
            TestIndex.Labelled("b", (1, Times(70)), (2, "a school")));
        var expected = index.Snapshot.Search(Within(new TermQuery(TermForm.Exact, "school"), 2), new SearchOptions()).Hits;

        Assert.Equal(2, expected.Count);
        Assert.All([Prefix, Shape], query => Assert.Equal(expected, index.Snapshot.Search(Within(query, 2), new SearchOptions()).Hits));
    }

    private static string Times(int times) => string.Join(' ', Enumerable.Repeat("school", times));

    private static ScopeQuery Within(Query query, int label) => new(query, new HashSet<int> { label });
}
