using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class CountingTests(HostFixture fixture)
{
    [Theory]
    [InlineData("/v1/facets/area?prefix=CEN", "Central LA")]
    [InlineData("/v1/facets/area?prefix=la&limit=1&q=poverty", "Central LA")]
    [InlineData("/v1/facets/area?prefix=xyz", "")]
    public async Task Get_FacetValues_AreThoseThatBeginSo(string address, string expected)
    {
        var answer = await AnswerAsync(address);
        var values = answer.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()!);

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), values);
        Assert.Equal(("area", "Area", "text"), (Text(answer, "field"), Text(answer, "label"), Text(answer, "type")));
        Assert.Equal(address.Contains("limit=1", StringComparison.Ordinal) ? 1 : 0, answer.GetProperty("other").GetInt32());
    }

    [Fact]
    public async Task Get_Trends_AreCountsAndSharesOfEachYear()
    {
        var answer = await AnswerAsync("/v1/trends?q=poverty");
        var years = answer.GetProperty("years").EnumerateArray().ToList();
        var search = await AnswerAsync("/v1/search?q=poverty");

        Assert.Equal(search.GetProperty("total").GetInt64(), answer.GetProperty("total").GetInt64());
        Assert.Equal("poverty", Text(answer.GetProperty("query"), "text"));
        Assert.Contains(years, year => year.GetProperty("count").GetInt64() > 0);
        Assert.All(years, year => Assert.Equal(
            Math.Round(year.GetProperty("count").GetInt64() / (double)year.GetProperty("of").GetInt64(), 4),
            year.GetProperty("share").GetDouble()));
    }

    [Fact]
    public async Task Get_Questions_AreThoseOfTheSchemaWithTheirProposals()
    {
        var questions = (await AnswerAsync("/v1/questions")).GetProperty("questions").EnumerateArray().ToList();
        var search = await AnswerAsync("/v1/search?q=in:evaluation");

        Assert.Equal(["need", "evaluation"], questions.Select(question => Text(question, "id")));
        Assert.Equal(search.GetProperty("total").GetInt64(), questions[1].GetProperty("proposals").GetInt64());
    }

    [Theory]
    [InlineData("/v1/proposals/2015/lift-la/similar")]
    [InlineData("/v1/proposals/2015/lift-la/similar/")]
    [InlineData("/v1/proposals/2015%2Flift-la/similar?limit=2")]
    public async Task Get_Similar_HasOthersAndWhy(string address)
    {
        var answer = await AnswerAsync(address);
        var similar = answer.GetProperty("similar").EnumerateArray().ToList();

        Assert.Equal("2015/lift-la", Text(answer, "id"));
        Assert.NotEmpty(similar);
        Assert.All(similar, one => Assert.NotEqual("2015/lift-la", Text(one, "id")));
        Assert.All(similar, one => Assert.NotEqual(0, one.GetProperty("shared_terms").GetArrayLength()));
        using var page = await fixture.Host.GetAsync(Text(similar[0], "url"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/v1/proposals/none/similar", "proposal_not_found")]
    [InlineData("/v1/proposals/similar", "proposal_not_found")]
    [InlineData("/v1/facets", "not_found")]
    public async Task Get_NothingThere_IsNotFound(string address, string code)
    {
        using var response = await fixture.Host.GetAsync(address);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((HttpStatusCode.NotFound, code), (response.StatusCode, Text(problem, "code")));
    }

    [Theory]
    [InlineData("/v1/facets/area?prefix=c")]
    [InlineData("/v1/trends")]
    [InlineData("/v1/questions")]
    [InlineData("/v1/proposals/2015/lift-la/similar")]
    public async Task Get_Again_IsNotModified(string address)
    {
        using var first = await fixture.Host.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private async Task<JsonElement> AnswerAsync(string address)
    {
        using var response = await fixture.Host.GetRawAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {body}");
        return JsonDocument.Parse(body[body.IndexOf('{')..(body.LastIndexOf('}') + 1)]).RootElement;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
