using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>Where nothing was found in any year, a figure of years with a nought on each stood above the words that help.</summary>
[Collection(HostCollection.Name)]
public sealed class Bug420AFigureOfNothing(HostFixture fixture)
{
    [Theory]
    [InlineData("/?q=zebra")]
    [InlineData("/?q=zebra&category=connect")]
    public async Task Results_NothingInAnyYear_HaveNoFigure(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Null(page.QuerySelector("#years"));
        Assert.NotNull(page.QuerySelector(".message"));
    }

    [Fact]
    public async Task Results_NothingInTheChosenYearAlone_ShowTheOthers() =>
        Assert.NotNull((await fixture.Host.PageAsync("/?q=poverty&year=2010")).QuerySelector("#years"));
}
