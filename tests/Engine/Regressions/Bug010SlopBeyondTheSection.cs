using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A phrase that allows as many moves as there are positions between two sections matched from one into the next.</summary>
public sealed class Bug010SlopBeyondTheSection
{
    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Search_WordsInNeighbouringSections_IsNoMatch(int slop)
    {
        using var index = TestIndex.Of(
            TestIndex.Document("two", "our school", "garden plan"), TestIndex.Document("one", "our school garden plan"));
        PhraseTerm[] both = [new("school", 0), new("garden", 1)], reversed = [new("garden", 0), new("school", 1)];

        Assert.Equal(["one"], index.Ids(index.Snapshot.Search(new PhraseQuery(TermForm.Exact, both, slop), new SearchOptions())));
        Assert.Equal(["one"], index.Ids(index.Snapshot.Search(new PhraseQuery(TermForm.Exact, reversed, slop), new SearchOptions())));
    }

    [Fact]
    public void Search_FarApartInOneSection_Matches()
    {
        using var index = TestIndex.OfTexts($"school {string.Concat(Enumerable.Repeat("and ", 99))} garden");
        long Total(int slop) =>
            index.Snapshot.Search(new PhraseQuery(TermForm.Exact, [new("school", 0), new("garden", 1)], slop), new SearchOptions()).Total;

        Assert.Equal(0, Total(98));
        Assert.Equal(1, Total(99));
    }
}
