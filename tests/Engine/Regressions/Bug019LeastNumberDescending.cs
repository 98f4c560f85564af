using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>The least number has no negative: sorted from the greatest down it came first.</summary>
public sealed class Bug019LeastNumberDescending
{
    [Fact]
    public void Sort_ExtremeNumbers_AreInOrderBothWays()
    {
        long[] numbers = [0, long.MinValue, -1, long.MaxValue - 1, 1];
        var documents = numbers.Select((number, i) =>
        {
            var document = TestIndex.Document($"{number}", "word");
            document.Numbers.Add(("sum", number));
            return document;
        });
        using var index = TestIndex.Of([.. documents]);
        string[] Sorted(bool descending) =>
            index.Ids(index.Snapshot.Search(new AllQuery(), new SearchOptions { Sort = new SortBy(SortKind.Number, "sum", descending) }));

        Assert.Equal(numbers.Order().Select(number => $"{number}"), Sorted(descending: false));
        Assert.Equal(numbers.OrderDescending().Select(number => $"{number}"), Sorted(descending: true));
    }
}
