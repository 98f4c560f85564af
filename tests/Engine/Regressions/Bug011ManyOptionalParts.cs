using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>How many optional parts match was counted in a byte: with 256 it was none.</summary>
public sealed class Bug011ManyOptionalParts
{
    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(600)]
    public void Search_SoManyPartsOfWhichTwoAreNeeded_Matches(int parts)
    {
        using var index = TestIndex.OfTexts("school");
        var part = new TermQuery(TermForm.Exact, "school");
        var query = new BooleanQuery { Should = [.. Enumerable.Repeat<Query>(part, parts)], Minimum = parts };

        Assert.Equal(1, index.Snapshot.Search(query, new SearchOptions()).Total);
        Assert.Equal(0, index.Snapshot.Search(query with { Minimum = parts + 1 }, new SearchOptions()).Total);
    }

    [Fact]
    public void Search_NegativeMinimum_IsAsNone()
    {
        using var index = TestIndex.OfTexts("school", "garden");
        var query = new BooleanQuery { Must = [new AllQuery()], Should = [new TermQuery(TermForm.Exact, "school")], Minimum = -1 };

        Assert.Equal(2, index.Snapshot.Search(query, new SearchOptions()).Total);
    }
}
