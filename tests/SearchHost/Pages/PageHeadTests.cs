using System.Text.Json;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

/// <summary>What pages tell search engines and sites where they are shared.</summary>
[Collection(HostCollection.Name)]
public sealed class PageHeadTests(HostFixture fixture)
{
    private string Site => fixture.Host.Client.BaseAddress!.ToString().TrimEnd('/');

    [Theory]
    [InlineData("/proposals/2015/lift-la")]
    [InlineData("/es/proposals/2015/lift-la?q=poverty&hit=1")]
    public async Task Head_OfAProposal_DescribesItWhateverLedToIt(string address)
    {
        var page = await fixture.Host.PageAsync(address);
        var data = Data(page);

        Assert.Equal(Site + "/proposals/2015/lift-la", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Families help families out of poverty.", Meta(page, "description"));
        Assert.Equal("LIFT-LA: Member to Member", Meta(page, "og:title"));
        Assert.Equal("article", Meta(page, "og:type"));
        Assert.Equal(Site + "/proposals/2015/lift-la", Meta(page, "og:url"));
        Assert.Equal("http://images.example.org/lift.jpg", Meta(page, "og:image"));
        Assert.Null(Meta(page, "robots"));
        Assert.Equal(
            ("CreativeWork", "2015", Site + "/proposals/2015/lift-la"),
            (data.GetProperty("@type").GetString(), data.GetProperty("datePublished").GetString(), data.GetProperty("url").GetString()));
        Assert.Equal("LIFT & Friends", data.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Head_OfAnOrganization_NamesIt()
    {
        var page = await fixture.Host.PageAsync("/organizations/2015/level-up");

        Assert.Equal("SoCal CAN", Data(page).GetProperty("name").GetString());
        Assert.Equal(Site + "/organizations/2015/level-up", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Head_OfTheFirstPage_NamesTheSiteAndItsSearch()
    {
        var page = await fixture.Host.PageAsync("/");

        Assert.Equal(Site + "/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("WebSite", Data(page).GetProperty("@type").GetString());
        Assert.Equal(
            Site + "/?q={search_term_string}",
            Data(page).GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString());
    }

    [Theory]
    [InlineData("/?q=poverty")]
    [InlineData("/es/?q=poverty&utm_source=mail")]
    public async Task Head_OfTheResultsForAWord_DescribesThem(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Null(Meta(page, "robots"));
        Assert.Equal(Site + "/?q=poverty", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("LIFT-LA: Member to Member", Meta(page, "description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=povrety")]
    [InlineData("/?q=poverty+nowhere&match=any")]
    [InlineData("/?q=poverty&year=2015")]
    [InlineData("/?q=plain&page=2")]
    [InlineData("/?q=zebra")]
    [InlineData("/?year=2015&page=2")]
    [InlineData("/proposals/none")]
    [InlineData("/?page=x")]
    [InlineData("/box")]
    public async Task Head_OfResultsAndErrors_IsNotToBeListed(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal("noindex, follow", Meta(page, "robots"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/", "/v1/search.atom")]
    [InlineData("/?q=poverty", "/v1/search.atom?q=poverty")]
    public async Task Head_OfAPage_HasTheFeedOfIt(string address, string feed) => Assert.Equal(
        feed, (await fixture.Host.PageAsync(address)).QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));

    private static string? Meta(IDocument page, string name) =>
        page.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    private static JsonElement Data(IDocument page) =>
        JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}
