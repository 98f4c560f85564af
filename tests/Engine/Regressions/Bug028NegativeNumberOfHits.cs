using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A negative number of hits was an index out of its range, or no error at all, as the query went.</summary>
public sealed class Bug028NegativeNumberOfHits
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Search_NegativeTop_IsRefused(bool count)
    {
        using var index = TestIndex.OfTexts("one", "one two");
        var options = new SearchOptions { Top = -1, Count = count, PruneFrom = 0 };

        Assert.Contains(
            "Top",
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Snapshot.Search(new TermQuery(TermForm.Exact, "one"), options)).Message,
            StringComparison.Ordinal);
    }
}
