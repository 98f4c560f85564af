using ProposalSearch.SearchHost.Pages;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

public sealed class PagingTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 9, "1 2 3 0 9")]
    [InlineData(4, 9, "1 2 3 4 5 6 0 9")]
    [InlineData(5, 9, "1 2 3 4 5 6 7 8 9")]
    [InlineData(5, 20, "1 2 3 4 5 6 7 0 20")]
    [InlineData(10, 20, "1 0 8 9 10 11 12 0 20")]
    [InlineData(20, 20, "1 0 18 19 20")]
    [InlineData(500, 20, "1 0 20")]
    [InlineData(int.MaxValue, 20, "1 0 20")]
    public void Numbers_OfPages_AreTheEndsAndThoseAround(int here, int last, string numbers)
    {
        Assert.Equal(numbers, string.Join(' ', Paging.Numbers(here, last).Take(100)));
    }
}
