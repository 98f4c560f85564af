using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>The heading of results held a live region, which HTML does not allow: what is live may hold a heading.</summary>
[Collection(HostCollection.Name)]
public sealed class Bug421ALiveHeading(HostFixture fixture)
{
    [Theory]
    [InlineData("/?q=poverty")]
    [InlineData("/?q=zebra")]
    [InlineData("/proposals")]
    public async Task Results_HowManyWereFound_IsAHeadingInALiveRegion(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("h1 [role], h2 [role], h3 [role]"));
        Assert.Single(page.QuerySelectorAll("[role=status] h1"));
    }
}
