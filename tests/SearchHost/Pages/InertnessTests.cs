using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

/// <summary>
/// Markup in the data is text wherever it is shown: title, summary, organization, facet, question, answer, id, link, path.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class InertnessTests(HostFixture fixture)
{
    // All but the two scripts that are ours, which have no text, and data, which is no script.
    private const string Active =
        "script:not([src^=\"/assets/suggest.js?v=\"], [src^=\"/assets/copy.js?v=\"], "
        + "[src^=\"/assets/search.js?v=\"], [type=\"application/ld+json\"]), "
        + "script[src]:not(:empty), img, iframe, object, embed, textarea, svg [onload], base, "
        + "meta[http-equiv], link[rel=import]";

    [Theory]
    [InlineData("/?q=hostile")]
    [InlineData("/?q=script")]
    [InlineData("/?year=2017")]
    [InlineData("/?category=%3Cscript%3Ealert(1)%3C%2Fscript%3E&q=%22%3E%3Cscript%3E")]
    [InlineData("/?year=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/proposals/%22%3E%3Cscript%3E")]
    [InlineData("/proposals/2015/lift-la?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Page_HostileTexts_AreInert(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        AssertInert(page);
    }

    [Fact]
    public async Task Page_HostileProposal_IsInertAndShowsTheTextAsItIs()
    {
        var results = await fixture.Host.PageAsync("/?q=hostile");
        var page = await fixture.Host.PageAsync(results.QuerySelector("ol.hits h2 a")!.GetAttribute("href")!);

        AssertInert(page);
        Assert.Equal(SampleArchive.HostileText, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(SampleArchive.HostileText, page.QuerySelector("#answer-1 p")!.TextContent);
        Assert.StartsWith(SampleArchive.HostileText, page.QuerySelector("#answer-1 h2")!.TextContent);
        Assert.Contains(SampleArchive.HostileText, page.QuerySelectorAll(".meta a").Select(link => link.TextContent));
        Assert.All(
            page.QuerySelectorAll("a"),
            link => Assert.Matches("^(/|#|https://example.org/|http://127.0.0.1:[0-9]+/proposals/)", link.GetAttribute("href")!));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(SampleArchive.HostileText, data.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Json_HtmlOfAHostileHit_IsInertWhenInserted()
    {
        var body = await fixture.Host.Client.GetStringAsync(new Uri("/v1/search?q=script&snippets=10", UriKind.Relative));
        var hit = JsonDocument.Parse(body).RootElement.GetProperty("hits")[0];
        string[] fragments =
        [
            hit.GetProperty("title_highlighted").GetString()!,
            .. hit.GetProperty("snippets").EnumerateArray().Select(snippet => snippet.GetProperty("html").GetString()!),
        ];

        Assert.True(fragments.Length > 2);
        foreach (var fragment in fragments)
        {
            var page = await BrowsingContext.New(AngleSharp.Configuration.Default)
                .OpenAsync(content => content.Content($"<div title=\"{fragment}\">{fragment}</div>"));
            AssertInert(page);
            Assert.NotEmpty(page.QuerySelectorAll("mark"));
        }
    }

    [Fact]
    public async Task Json_HostileTexts_IsNeverReadAsAPage()
    {
        using var answer = await fixture.Host.GetAsync("/v1/search?q=hostile");

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static void AssertInert(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll(Active).Select(element => element.OuterHtml));
        var attributes = page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name);
        Assert.DoesNotContain(attributes, name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        var addresses = page.QuerySelectorAll("[href], [action]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!);
        Assert.DoesNotContain(addresses, address => address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }
}
