using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class ProposalAndIndexTests(HostFixture fixture)
{
    [Fact]
    public async Task Get_EachHit_HasItsProposalAndItsPage()
    {
        var answer = await AnswerAsync("/v1/search?per_page=100");
        foreach (var hit in answer.GetProperty("hits").EnumerateArray())
        {
            var page = hit.GetProperty("url").GetString()!;
            var proposal = await AnswerAsync("/v1" + page);
            using var response = await fixture.Host.GetAsync(page);

            Assert.Equal(hit.GetProperty("id").GetString(), proposal.GetProperty("id").GetString());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(SampleArchive.Proposals.Count, answer.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task Get_Proposal_HasAllAnswersInOrder()
    {
        var proposal = await AnswerAsync("/v1/proposals/2015/lift-la");

        Assert.Equal(
            ["Why is this needed?", "How will you measure success?", "Where will you be working?"],
            proposal.GetProperty("answers").EnumerateArray().Select(one => one.GetProperty("question").GetString()));
        Assert.Equal("/proposals/2015/lift-la#answer-3", proposal.GetProperty("answers")[2].GetProperty("url").GetString());
        Assert.Equal("2015/lift-la.md", proposal.GetProperty("source").GetString());
    }

    [Fact]
    public async Task Get_Index_DescribesFieldsAndQuestions()
    {
        var index = await AnswerAsync("/v1/index");

        Assert.Equal(SampleArchive.Proposals.Count, index.GetProperty("documents").GetInt64());
        Assert.Equal(
            ["year", "category", "area", "filter.sort"],
            index.GetProperty("facets").EnumerateArray().Select(facet => facet.GetProperty("parameter").GetString()));
        Assert.Equal("number", index.GetProperty("facets")[0].GetProperty("type").GetString());
        Assert.Equal("need", index.GetProperty("questions")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/v1/search?q=poverty")]
    [InlineData("/v1/proposals/2015/lift-la")]
    [InlineData("/v1/index")]
    [InlineData("/v1/suggest?q=lift")]
    [InlineData("/v1/suggest.opensearch?q=lift")]
    [InlineData("/v1/search.csv")]
    [InlineData("/?q=poverty")]
    [InlineData("/proposals/2015/lift-la")]
    public async Task Get_Again_IsNotModified(string address)
    {
        using var first = await fixture.Host.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await fixture.Host.Client.SendAsync(request);
        using var other = await fixture.Host.GetAsync(address.Contains('?', StringComparison.Ordinal) ? address + "+x" : address + "?q=x");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Head_Search_HasTheHeadersOnly()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/v1/search?q=poverty", UriKind.Relative));
        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_Compressible_IsCompressedOnRequest()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/search", UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/search")]
    [InlineData("/nothing")]
    [InlineData("/v1/search?page=0")]
    [InlineData("/health/live")]
    public async Task Get_Anything_ComesWithThePolicy(string address)
    {
        using var response = await fixture.Host.GetAsync(address);

        Assert.StartsWith(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    private async Task<JsonElement> AnswerAsync(string address)
    {
        using var response = await fixture.Host.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
