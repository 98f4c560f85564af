using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Algolia;

[Collection(HostCollection.Name)]
public sealed class AlgoliaEndpointTests(HostFixture fixture)
{
    [Fact]
    public async Task Queries_Several_AreAnsweredEachAsIfItCameAlone()
    {
        var answer = await AskAsync("/1/indexes/*/queries", """
            {"requests": [{"indexName": "a", "params": "query=poverty&hitsPerPage=1&page=0&facets=%5B%22year%22%5D"},
            {"indexName": "b_oldest", "query": "", "hitsPerPage": 0, "facets": ["*"]}]}
            """);
        var (first, second) = (answer.GetProperty("results")[0], answer.GetProperty("results")[1]);

        var whole = await GetAsync("/v1/search?q=poverty");
        Assert.Equal(Number(whole, "total") + Number(whole, "partial_total"), Number(first, "nbHits"));
        Assert.Equal(
            whole.GetProperty("hits")[0].GetProperty("id").GetString(), first.GetProperty("hits")[0].GetProperty("objectID").GetString());
        Assert.Equal(("a", 0, 1), (first.GetProperty("index").GetString(), Number(first, "page"), Number(first, "hitsPerPage")));
        Assert.Equal(first.GetProperty("nbHits").GetInt64(), first.GetProperty("nbPages").GetInt64());
        Assert.True(first.GetProperty("facets_stats").GetProperty("year").GetProperty("min").GetDouble() > 2000);
        Assert.Equal(0, second.GetProperty("hits").GetArrayLength());
        Assert.True(second.GetProperty("facets").EnumerateObject().Count() > 1);
    }

    [Fact]
    public async Task Query_MarksThatAreNoHtml_StandInTextsAsTheyAre()
    {
        var answer = await AskAsync(
            "/1/indexes/any/query", """{"query": "hostile", "highlightPreTag": "__on__", "highlightPostTag": "__off__"}""");
        var title = answer.GetProperty("hits")[0].GetProperty("_highlightResult").GetProperty("title").GetProperty("value").GetString()!;

        Assert.Contains("<script>", title, StringComparison.Ordinal);
        Assert.Contains("__on__", title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"query": "hostile"}""", "<em>")]
    [InlineData("""{"query": "hostile", "highlightPreTag": "<mark class=\"a\">", "highlightPostTag": "</mark>"}""", "<mark class=\"a\">")]
    [InlineData("""{"query": "hostile", "highlightPreTag": "<img src=x onerror=alert(1)>", "highlightPostTag": "x"}""", "<em>")]
    public async Task Query_Elements_StandInTextsThatAreEscaped(string request, string tag)
    {
        var answer = await AskAsync("/1/indexes/any/query", request);
        var title = answer.GetProperty("hits")[0].GetProperty("_highlightResult").GetProperty("title").GetProperty("value").GetString()!;

        Assert.DoesNotContain("<script>", title, StringComparison.Ordinal);
        Assert.Contains(tag, title, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_FacetFilters_NarrowCountsToo()
    {
        var answer = await AskAsync("/1/indexes/any/query", """{"query": "", "facets": "category", "facetFilters": ["category:learn"]}""");
        var learn = await GetAsync("/v1/search?category=learn");

        Assert.Equal(learn.GetProperty("total").GetInt64(), answer.GetProperty("nbHits").GetInt64());
        Assert.Equal(
            learn.GetProperty("total").GetInt64(), answer.GetProperty("facets").GetProperty("category").GetProperty("learn").GetInt64());
    }

    [Fact]
    public async Task FacetQuery_ABeginning_ListsValuesThatHaveIt()
    {
        var answer = await AskAsync("/1/indexes/any/facets/category/query", """{"facetQuery": "LEA"}""");
        var hit = answer.GetProperty("facetHits")[0];

        Assert.Equal("learn", hit.GetProperty("value").GetString());
        Assert.Equal("<em>lea</em>rn", hit.GetProperty("highlighted").GetString());
    }

    [Theory]
    [InlineData("/1/indexes/*/queries", "[]", "no JSON object")]
    [InlineData("/1/indexes/*/queries", "{", "no JSON object")]
    [InlineData("/1/indexes/*/queries", "{}", "'requests'")]
    [InlineData("/1/indexes/any/query", """{"page": -2}""", "page")]
    [InlineData("/1/indexes/any/facets/mood/query", "{}", "mood")]
    public async Task Post_WhatCannotBeAnswered_SaysWhyAsClientsReadIt(string path, string body, string said)
    {
        var answer = await AskAsync(path, body, HttpStatusCode.BadRequest);

        Assert.Equal(400, answer.GetProperty("status").GetInt32());
        Assert.Contains(said, answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static long Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt64();

    private async Task<JsonElement> GetAsync(string address) =>
        JsonSerializer.Deserialize<JsonElement>(await fixture.Host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private async Task<JsonElement> AskAsync(string path, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var response = await fixture.Host.Client.PostAsync(path, content);
        Assert.Equal(status, response.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }
}
