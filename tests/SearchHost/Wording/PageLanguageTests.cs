using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wording;

/// <summary>Pages speak the language that the address names, else the one that the browser prefers, and caches are told.</summary>
[Collection(HostCollection.Name)]
public sealed class PageLanguageTests(HostFixture fixture)
{
    [Theory]
    [InlineData("/", null, "en")]
    [InlineData("/", "es", "es")]
    [InlineData("/", "fr, es-MX;q=0.8, en;q=0.5", "es")]
    [InlineData("/", "es;q=0, de, *", "en")]
    [InlineData("/", "en-US,en;q=0.9,es;q=0.8", "en")]
    [InlineData("/", ";;q=x,,", "en")]
    [InlineData("/es/", "en", "es")]
    [InlineData("/es", "en", "es")]
    [InlineData("/en/?q=poverty", "es", "en")]
    [InlineData("/es/proposals/2015/lift-la", null, "es")]
    [InlineData("/es/proposals/none", null, "es")]
    [InlineData("/es/?page=abc", null, "es")]
    [InlineData("/es/organizations/2015/lift-la", "en", "es")]
    public async Task Page_OfAnAddress_SpeaksItsLanguage(string address, string? preferred, string language)
    {
        var (page, _) = await GetAsync(address, preferred);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "es" ? "Saltar al contenido" : "Skip to the content", page.QuerySelector(".skip a")!.TextContent);
        Assert.Equal(language == "es" ? "en" : "es", page.QuerySelector(".places a[hreflang]")!.GetAttribute("hreflang"));
    }

    [Fact]
    public async Task Page_InSpanish_LeadsToPagesInSpanishAndToTheSameInEnglish()
    {
        var (page, _) = await GetAsync("/es/?q=poverty&year=2015", "en");
        var links = page.QuerySelectorAll("main a[href^='/'], form[action]")
            .Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!).ToList();

        Assert.True(links.Count > 5);
        Assert.All(links, link => Assert.StartsWith("/es/", link, StringComparison.Ordinal));
        Assert.Equal("/en/?q=poverty&year=2015", page.QuerySelector(".places a[hreflang=en]")!.GetAttribute("href"));
        Assert.StartsWith("/assets/", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Equal("/v1/suggest", page.QuerySelector("input[name=q]")!.GetAttribute("data-suggest"));
        Assert.Equal("en", page.QuerySelector("ol.hits h2")!.GetAttribute("lang"));
        var (proposal, _) = await GetAsync(page.QuerySelector("ol.hits h2 a")!.GetAttribute("href")!, "en");
        Assert.Equal("/es/?q=poverty&year=2015", proposal.QuerySelector(".back a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/", "Accept-Encoding, Accept-Language, Origin")]
    [InlineData("/proposals/2015/lift-la", "Accept-Encoding, Accept-Language, Origin")]
    [InlineData("/es/", "Accept-Encoding, Origin")]
    [InlineData("/v1/search", "Accept-Encoding, Origin")]
    [InlineData("/assets/none", "Accept-Encoding, Accept-Language, Origin")]
    public async Task Answer_ThatDependsOnTheBrowser_SaysSo(string address, string vary)
    {
        var (_, answer) = await GetAsync(address, "es");

        Assert.Equal(vary, string.Join(", ", answer.Headers.Vary));
    }

    [Theory]
    [InlineData("/?q=poverty")]
    [InlineData("/proposals/2015/lift-la?q=poverty")]
    [InlineData("/organizations/2015/lift-la")]
    public async Task Page_KnownInOneLanguage_IsSentAnewInAnother(string address)
    {
        var (_, first) = await GetAsync(address, "en");
        using var again = await SendAsync(address, "es", first.Headers.ETag!.ToString());
        using var same = await SendAsync(address, "en", first.Headers.ETag!.ToString());

        Assert.Equal(System.Net.HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, same.StatusCode);
        Assert.Contains("Accept-Language", same.Headers.Vary);
    }

    [Fact]
    public async Task Page_InSpanish_CountsInSpanish()
    {
        var (page, _) = await GetAsync("/es/?q=poverty", null);

        Assert.Equal("2 propuestas dicen poverty", SearchPageTests.Text(page.QuerySelector("[role=status]")!));
    }

    private async Task<(IDocument Page, HttpResponseMessage Answer)> GetAsync(string address, string? preferred)
    {
        var answer = await SendAsync(address, preferred, null);
        return (await RunningHost.DocumentAsync(answer), answer);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string? preferred, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", preferred ?? "");
        request.Headers.TryAddWithoutValidation("If-None-Match", known ?? "");
        return await fixture.Host.Client.SendAsync(request);
    }
}
