using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>Each of 60,000 unknown parameters was told, twice, with its nearest name: 28 MB, and a second of the processor.</summary>
[Collection(HostCollection.Name)]
public sealed class Bug011FaultsWithoutEnd(HostFixture fixture)
{
    [Fact]
    public async Task Get_SixtyThousandUnknownParameters_TellsTheFirstAndHowManyMore()
    {
        var problem = await ProblemAsync("/v1/search?sort=best&" + string.Concat(Enumerable.Repeat("xq=&", 60_000)));

        Assert.Equal(20, problem.GetProperty("errors").GetArrayLength());
        Assert.Equal(59_981, problem.GetProperty("more_errors").GetInt32());
        Assert.EndsWith(" And 59,981 more faults.", problem.GetProperty("detail").GetString());
        Assert.Equal("invalid_request", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/v1/search?in=", "unknown_question")]
    [InlineData("/v1/search?facets=", "unknown_facet")]
    public async Task Get_ManyUnknownNames_TellsTheFirst(string address, string code)
    {
        var problem = await ProblemAsync(address + string.Join(',', Enumerable.Repeat("xq", 50_000)));

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(49_980, problem.GetProperty("more_errors").GetInt32());
    }

    [Fact]
    public async Task Get_TwentyFaults_AreAllTold()
    {
        var problem = await ProblemAsync("/v1/search?" + string.Join('&', Enumerable.Range(0, 20).Select(at => $"xq{at}=")));

        Assert.Equal(20, problem.GetProperty("errors").GetArrayLength());
        Assert.False(problem.TryGetProperty("more_errors", out _));
    }

    [Fact]
    public async Task Get_LongNames_AreCut()
    {
        var problem =
            await ProblemAsync("/v1/search?" + string.Join('&', Enumerable.Range(0, 200).Select(at => new string('x', 1_000) + at + "=")));

        Assert.True(Encoding.UTF8.GetByteCount(problem.GetRawText()) < 20_000);
    }

    private async Task<JsonElement> ProblemAsync(string address)
    {
        // Sent as it is: the client's own parser of addresses is slow with so many parts.
        using var response = await fixture.Host.GetRawAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]).RootElement;
    }
}
