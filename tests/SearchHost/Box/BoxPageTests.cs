using System.Net;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Box;

/// <summary>The page of the box, and that of the API, in the language of the visitor.</summary>
[Collection(HostCollection.Name)]
public sealed class BoxPageTests(HostFixture fixture)
{
    [Theory]
    [InlineData("/box", "en", "This search, on your site", "Search proposals", "/")]
    [InlineData("/es/box", "es", "Este buscador, en su sitio", "Buscar propuestas", "/es/")]
    public async Task Box_Page_SpeaksTheLanguageOfItsAddress(string address, string code, string title, string label, string form)
    {
        var page = await fixture.Host.PageAsync(address);
        var site = fixture.Host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, SearchPageTests.Text(page.QuerySelector("h1")!));
        Assert.Equal("/box.js", page.QuerySelector("script[type=module]")!.GetAttribute("src"));
        Assert.Contains(label, SearchPageTests.Text(page.QuerySelector("proposal-search label")!), StringComparison.Ordinal);
        Assert.Equal(site + form, page.QuerySelector("proposal-search form")!.GetAttribute("action"));
        var lines = page.QuerySelector("pre code")!.TextContent;
        Assert.StartsWith($"<script type=\"module\" src=\"{site}/box.js\"></script>\n", lines);
        Assert.Contains($"\n<proposal-search><form action=\"{site}{form}\"", lines);
    }

    [Theory]
    [InlineData("/docs/", "en", "ProposalSearch: the API")]
    [InlineData("/es/docs/", "es", "ProposalSearch: la API")]
    public async Task Api_Page_SaysItsLanguageAndLeadsBack(string address, string code, string title)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector("#app")!.GetAttribute("lang"));
        Assert.Equal(title, page.Title);
        Assert.Equal(address.Replace("docs/", "", StringComparison.Ordinal), page.QuerySelector("header a")!.GetAttribute("href"));
        Assert.Contains("/openapi/v1.json", page.QuerySelector("noscript")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WithoutItsSlash_LeadsToThePage()
    {
        using var answer = await fixture.Host.GetAsync("/docs");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("docs/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
