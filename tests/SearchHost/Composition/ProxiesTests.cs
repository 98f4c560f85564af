using System.Net;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Composition;

/// <summary>What a reverse proxy says of a request counts where the proxy is trusted, and nowhere else.</summary>
public sealed class ProxiesTests
{
    private static readonly (string Key, string? Value) Names = ("AllowedHosts", "archive.example.org;127.0.0.1");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task Get_ThroughATrustedProxy_IsTheAddressThatTheProxyWasAskedFor(string proxy)
    {
        await using var host = await RunningHost.StartAsync(settings: [("ProposalSearch:TrustedProxies:0", proxy), Names]);
        var description = await AskAsync(host, "archive.example.org");

        Assert.Contains("template=\"https://archive.example.org/grants/?q={searchTerms}\"", description);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.0.2.1")]
    public async Task Get_ThroughAnybodyElse_IsTheAddressItself(string? proxy)
    {
        await using var host =
            await RunningHost.StartAsync(settings: proxy is null ? [Names] : [("ProposalSearch:TrustedProxies:0", proxy), Names]);
        var description = await AskAsync(host, "archive.example.org");

        Assert.Contains($"template=\"http://127.0.0.1:{host.Client.BaseAddress!.Port}/?q={{searchTerms}}\"", description);
    }

    [Fact]
    public async Task Get_TrustedProxyForAnotherHost_IsRefused()
    {
        await using var host = await RunningHost.StartAsync(settings: [("ProposalSearch:TrustedProxies:0", "127.0.0.1"), Names]);

        Assert.Contains("host_not_allowed", await AskAsync(host, "evil.example", HttpStatusCode.BadRequest));
    }

    private static async Task<string> AskAsync(RunningHost host, string name, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/opensearch.xml", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Host", name);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Prefix", "/grants");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
