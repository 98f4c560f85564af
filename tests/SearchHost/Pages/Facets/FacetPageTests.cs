using System.Net;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Facets;

[Collection(HostCollection.Name)]
public sealed class FacetPageTests(HostFixture fixture)
{
    [Fact]
    public async Task Page_AllValues_LeadBackWithOneOfThem()
    {
        var page = await fixture.Host.PageAsync("/facets/area?q=plain&sort=title");

        Assert.Equal(26, page.QuerySelectorAll(".facet a.value").Length);
        Assert.Equal("Area of proposals that match plain", SearchPageTests.Text(page.QuerySelector("h1")!));
        Assert.Equal("/?q=plain&sort=title", page.QuerySelector(".back a")!.GetAttribute("href"));
        Assert.Equal("/?q=plain&sort=title&area=District+01", Value(page, "District 01").GetAttribute("href"));
        var without = Value(page, "District 01").ParentElement!.QuerySelector(".not")!;
        Assert.Equal("/?q=plain&sort=title&exclude.area=District+01", without.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_BeginningOfAWord_FindsItsValues()
    {
        var page = await fixture.Host.PageAsync("/facets/area?find=la");

        Assert.Equal(["Central LA", "South LA"], page.QuerySelectorAll(".facet .label").Select(SearchPageTests.Text).Order());
        Assert.Equal("la", page.QuerySelector("input[name=find]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_NothingBeginsSo_SaysSo()
    {
        var page = await fixture.Host.PageAsync("/facets/area?find=zebra");

        Assert.Equal("No value has a word that begins so.", SearchPageTests.Text(page.QuerySelector(".message")!));
    }

    [Fact]
    public async Task Page_ByName_IsInOrder()
    {
        var page = await fixture.Host.PageAsync("/facets/area?order=name");
        var names = page.QuerySelectorAll(".facet .label").Select(SearchPageTests.Text).ToList();

        Assert.Equal(["Central LA", "District 01"], names.Take(2));
        Assert.Equal(["South LA", "Not stated"], names.TakeLast(2));
    }

    [Theory]
    [InlineData("/facets/nothing", HttpStatusCode.NotFound)]
    [InlineData("/facets/area?year=x", HttpStatusCode.BadRequest)]
    [InlineData("/facets/area?page=abc&cursor=x&utm_source=y", HttpStatusCode.OK)]
    public async Task Page_AnyAddress_HasItsStatus(string address, HttpStatusCode status)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal(status, page.StatusCode);
    }

    [Theory]
    [InlineData("learn", "Learn")]
    [InlineData("not_funded", "Not funded")]
    [InlineData("k-12", "K-12")]
    [InlineData("LAUSD", "LAUSD")]
    [InlineData("iPhone apps", "iPhone apps")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("snake_case here", "Snake_case here")]
    [InlineData("_", "_")]
    [InlineData("ñandú", "Ñandú")]
    [InlineData("帮助", "帮助")]
    public void Name_OfAValue_IsForPeople(string value, string name) => Assert.Equal(name, NameForPeople.Of(value));

    private static IElement Value(IDocument page, string name) =>
        page.QuerySelectorAll(".facet a.value").Single(value => SearchPageTests.Text(value.QuerySelector(".label")!) == name);
}
