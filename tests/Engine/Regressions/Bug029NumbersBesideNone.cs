using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// The least number, greatest first, and the greatest, least first, were taken for no number: documents without one came before them.
/// </summary>
public sealed class Bug029NumbersBesideNone
{
    [Theory]
    [InlineData(long.MinValue, true)]
    [InlineData(long.MaxValue, false)]
    public void Search_SortedByNumbers_PutsDocumentsWithoutOneLast(long number, bool descending)
    {
        var with = TestIndex.Document("with", "word");
        with.Numbers.Add(("date", number));
        using var index = TestIndex.Of(TestIndex.Document("without", "word"), with);

        var found = index.Snapshot.Search(new AllQuery(), new SearchOptions { Sort = new SortBy(SortKind.Number, "date", descending) });
        Assert.Equal(["with", "without"], index.Ids(found));
    }
}
