using System.Net;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Metrics;

/// <summary>What the host counts, and who may read it.</summary>
public sealed class MetricsTests
{
    private const string Setting = "ProposalSearch:Metrics";

    private static readonly string[] Asked =
        ["/v1/search?q=poverty", "/v1/search", "/?q=zzzqqq&match=all", "/v1/search?page=0", "/v1/search.atom?q=plain"];

    [Fact]
    public async Task Get_AfterSearches_TellsOfThemWithoutTheirWords()
    {
        await using var host = await RunningHost.StartAsync(settings: (Setting, "loopback"));
        foreach (var address in Asked)
        {
            using var answer = await host.GetAsync(address);
        }

        var text = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        // Other hosts of this process are counted with it.
        Assert.Matches("""proposalsearch_search_duration_seconds_count\{[^}]*mode="auto"[^}]*\} [1-9]""", text);
        Assert.Matches("""proposalsearch_search_duration_seconds_count\{[^}]*mode="browse"[^}]*\} [1-9]""", text);
        Assert.Matches(@"proposalsearch_search_zero_hits_total(\{[^}]*\})? [1-9]", text);
        Assert.Matches("""proposalsearch_requests_refused_total\{[^}]*code="out_of_range"[^}]*\} [1-9]""", text);
        Assert.Matches(@"proposalsearch_index_age_seconds(\{[^}]*\})? [0-9.]+", text);
        Assert.Matches(@"proposalsearch_index_swaps_total(\{[^}]*\})? [0-9]", text);
        Assert.Contains("http_server_request_duration_seconds", text);
        Assert.DoesNotContain("zzzqqq", text);
        Assert.DoesNotContain("poverty", text);
    }

    [Theory]
    [InlineData("nobody", null, HttpStatusCode.NotFound)]
    [InlineData("loopback", null, HttpStatusCode.OK)]
    [InlineData("loopback", "203.0.113.9", HttpStatusCode.NotFound)]
    [InlineData("everybody", "203.0.113.9", HttpStatusCode.OK)]
    public async Task Get_Metrics_IsThereForThoseWhoMayReadIt(string readers, string? forwarded, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(settings: (Setting, readers));

        Assert.Equal(status, await StatusAsync(host, forwarded));
    }

    [Fact]
    public async Task Get_MetricsThroughATrustedProxy_AreNotThereForItsVisitors()
    {
        await using var host = await RunningHost.StartAsync(
            settings: [(Setting, "loopback"), ("ProposalSearch:TrustedProxies:0", "127.0.0.1")]);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, null));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string? forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
