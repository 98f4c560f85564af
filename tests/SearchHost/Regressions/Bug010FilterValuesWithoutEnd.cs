using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Filter values had no length, and the links of each facet value repeated them all: 500 values in 226 KB of address made an answer of 173
/// MB and took 2.4 GB of memory.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class Bug010FilterValuesWithoutEnd(HostFixture fixture)
{
    [Theory]
    [InlineData("/v1/search?", 500, 430, "filters_too_long")]
    [InlineData("/?", 500, 430, "filters_too_long")]
    [InlineData("/v1/search?", 1, 1_001, "value_too_long")]
    [InlineData("/v1/search?", 501, 1, "too_many_values")]
    public async Task Get_ValuesBeyondALimit_IsToldOnceWhichOne(string address, int values, int length, string code)
    {
        using var response = await fixture.Host.GetAsync(address + Values(values, length));
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        Assert.True(body.Length < 2_000, $"{body.Length} characters");
    }

    [Theory]
    [InlineData("/v1/search?links=true&facet_size=1000&", "category=")]
    [InlineData("/v1/search?links=true&facet_size=1000&", "exclude.category=")]
    [InlineData("/?", "category=")]
    [InlineData("/?", "exclude.category=")]
    public async Task Get_AsManyValuesAsMayBe_HasAnAnswerOfBoundedSize(string address, string name)
    {
        foreach (var values in (int[])[10, 50, 100, 200, 400])
        {
            using var response = await fixture.Host.GetAsync(address + Values(values, 16, name));
            var body = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(body.Length < 2_500_000, $"{values} values: {body.Length} bytes");
        }
    }

    [Fact]
    public async Task Get_LinksThatWouldBeTooLong_AreLeftOutWithAWarning()
    {
        using var response = await fixture.Host.GetAsync("/v1/search?links=true&facet_size=1000&" + Values(400, 16, "category="));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.All(Facets(answer), value => Assert.False(value.TryGetProperty("links", out _)));
        Assert.Contains("their links were left out", answer.GetProperty("warnings").EnumerateArray().Last().GetString());
    }

    [Fact]
    public async Task Page_LinksThatWouldBeTooLong_StaysAbleToRemoveAllFilters()
    {
        var page = await fixture.Host.PageAsync("/?" + Values(400, 16));

        Assert.Empty(page.QuerySelectorAll("a.chip"));
        Assert.Equal(400, page.QuerySelectorAll("span.chip").Length);
        Assert.Single(page.QuerySelectorAll("a.clear"));
    }

    [Fact]
    public async Task Get_LinksNotAskedFor_AreNotThere()
    {
        using var response = await fixture.Host.GetAsync("/v1/search?year=2015");

        Assert.All(
            Facets(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement),
            value => Assert.False(value.TryGetProperty("links", out _)));
    }

    private static IEnumerable<JsonElement> Facets(JsonElement answer)
        => answer.GetProperty("facets").EnumerateArray().SelectMany(facet => facet.GetProperty("values").EnumerateArray());

    private static string Values(int values, int length, string name = "exclude.category=")
    {
        var address = new StringBuilder();
        for (var value = 0; value < values; value++)
        {
            address.Append(value == 0 ? "" : "&").Append(name).Append(FormattableString.Invariant($"{value}").PadLeft(length, 'v'));
        }

        return address.ToString();
    }
}
