using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

/// <summary>Suggestions over HTTP.</summary>
[Collection(HostCollection.Name)]
public sealed class SuggestTests(HostFixture fixture)
{
    [Fact]
    public async Task Get_WhatIsTyped_IsCompletedWithKindAndAddress()
    {
        var answer = await JsonAsync("/v1/suggest?q=level");
        var suggestion = Assert.Single(answer.GetProperty("suggestions").EnumerateArray());

        Assert.Equal("level", answer.GetProperty("text").GetString());
        Assert.Equal("Level Up: College Success", suggestion.GetProperty("text").GetString());
        Assert.Equal("title", suggestion.GetProperty("kind").GetString());
        Assert.Equal("title:\"Level Up: College Success\"", suggestion.GetProperty("query").GetString());
        Assert.Equal("<mark>Level</mark> Up: College Success", suggestion.GetProperty("html").GetString());
        var match = suggestion.GetProperty("match");
        Assert.Equal((0, 5), (match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32()));
        Assert.False(string.IsNullOrEmpty(answer.GetProperty("index").GetProperty("build").GetString()));
        using var page = await fixture.Host.GetAsync(suggestion.GetProperty("url").GetString()!);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Get_WithFilters_SuggestsWhatTheyLeave()
    {
        Assert.Equal(1, (await JsonAsync("/v1/suggest?q=level&year=2015")).GetProperty("suggestions").GetArrayLength());
        Assert.Equal(0, (await JsonAsync("/v1/suggest?q=level&year=2016")).GetProperty("suggestions").GetArrayLength());
        var page = await fixture.Host.PageAsync("/?q=level&year=2015&exclude.category=play");

        Assert.Equal("exclude.category=play&year=2015", page.QuerySelector("input[data-suggest]")!.GetAttribute("data-scope"));
    }

    [Theory]
    [InlineData("/v1/suggest")]
    [InlineData("/v1/suggest?q=")]
    [InlineData("/v1/suggest?q=zzzz")]
    public async Task Get_NothingThatFits_IsAnEmptyList(string address)
    {
        Assert.Equal(0, (await JsonAsync(address)).GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task Get_Limit_IsKept()
    {
        Assert.Equal(8, (await JsonAsync("/v1/suggest?q=plain")).GetProperty("suggestions").GetArrayLength());
        Assert.Equal(2, (await JsonAsync("/v1/suggest?q=plain&limit=2")).GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task Get_HostileTexts_AreNeverAnError()
    {
        string[] texts =
        [
            new('a', 10_000), "%00%01%7f", "%ff%fe", "%d7%a9%d7%9c%d7%95%d7%9d", "%e2%80%ae", "%f0%9f%8e%89", "%", "%zz", "\"", "((((",
            "%3Cscript%3E", "a%0d%0aX: y",
        ];
        foreach (var text in texts)
        {
            foreach (var path in new[] { "/v1/suggest", "/v1/suggest.opensearch" })
            {
                using var response = await fixture.Host.GetRawAsync($"{path}?q={text.Replace(" ", "+", StringComparison.Ordinal)}");
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} {text[..Math.Min(20, text.Length)]}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Get_HostileTitle_IsSentAsJsonThatNoBrowserReadsAsAPage()
    {
        using var response = await fixture.Host.GetAsync("/v1/suggest?q=hostile");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var html = JsonDocument.Parse(body).RootElement.GetProperty("suggestions")[0].GetProperty("html").GetString()!;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("<mark>hostile</mark>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ForABrowser_IsAListOfFourLists()
    {
        using var response = await fixture.Host.GetAsync("/v1/suggest.opensearch?q=level");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/x-suggestions+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("level", answer[0].GetString());
        Assert.Equal("title:\"Level Up: College Success\"", answer[1][0].GetString());
        Assert.Equal("title", answer[2][0].GetString());
        Assert.StartsWith(fixture.Host.Client.BaseAddress!.ToString(), answer[3][0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSearch_Description_LeadsToSearchAndSuggestions()
    {
        using var response = await fixture.Host.GetAsync("/opensearch.xml");
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var space = description.Name.Namespace;
        var urls = description.Elements(space + "Url").ToDictionary(
            url => url.Attribute("type")!.Value, url => url.Attribute("template")!.Value);

        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.InRange(description.Element(space + "ShortName")!.Value.Length, 1, 16);
        Assert.Equal(["application/json", "application/x-suggestions+json", "text/html"], urls.Keys.Order(StringComparer.Ordinal));
        foreach (var (type, template) in urls)
        {
            using var found =
                await fixture.Host.Client.GetAsync(new Uri(template.Replace("{searchTerms}", "lift", StringComparison.Ordinal)));
            Assert.Equal((HttpStatusCode.OK, type), (found.StatusCode, found.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Page_Any_NamesDescriptionAndScript()
    {
        var page = await fixture.Host.PageAsync("/?q=lift");

        Assert.Equal("/opensearch.xml", page.QuerySelector("link[rel=search]")!.GetAttribute("href"));
        Assert.Equal("/v1/suggest", page.QuerySelector("#q")!.GetAttribute("data-suggest"));
        using var script = await fixture.Host.GetAsync(page.QuerySelector("script")!.GetAttribute("src")!);
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType!.MediaType));
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await fixture.Host.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
