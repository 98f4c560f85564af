using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Where filters left nothing, the heading read "0 of 1 proposal say" and a second one "Nothing was found", which the first had said.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class Bug731NoneOfOne(HostFixture fixture)
{
    [Theory]
    [InlineData("/?q=poverty&year=2010", "No proposal within the filters says poverty")]
    [InlineData("/?year=1999", "No proposal within the filters")]
    [InlineData("/es/?q=poverty&year=2010", "Ninguna propuesta dentro de los filtros dice poverty")]
    [InlineData("/?q=zebra", "No proposal says zebra")]
    public async Task Heading_NothingWithinTheFilters_SaysSo(string address, string heading)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal(heading, SearchPageTests.Text(page.QuerySelector("h1")!));
        Assert.DoesNotContain("found", SearchPageTests.Text(page.QuerySelector(".message")!), StringComparison.Ordinal);
    }
}
