using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

/// <summary>
/// A client that asks too often is told so, and nobody else is. Clients are told apart by what a trusted proxy says of them.
/// </summary>
public sealed class ClientRateTests
{
    private const string Greedy = "203.0.113.9";

    private static readonly (string Key, string? Value)[] Settings =
    [
        ("ProposalSearch:TrustedProxies:0", "127.0.0.1"),
        ("ProposalSearch:ClientRequestsPerSecond", "1"),
        ("ProposalSearch:ClientRequestBurst", "5"),
    ];

    [Theory]
    [InlineData("/v1/search?q=poverty")]
    [InlineData("/v1/suggest?q=pov")]
    [InlineData("/?q=poverty")]
    [InlineData("/v1/nothing")]
    public async Task Send_ClientOverItsRate_IsToldWhenToComeAgain(string address)
    {
        await using var host = await RunningHost.StartAsync(settings: Settings);
        using var refused = await UntilRefusedAsync(host, address, Greedy);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("rate_limited", problem.GetProperty("code").GetString());
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Send_ClientOverItsRate_LeavesOthersAndHealthAlone()
    {
        await using var host = await RunningHost.StartAsync(settings: Settings);
        using var refused = await UntilRefusedAsync(host, "/v1/search?q=poverty", Greedy);
        for (var other = 10; other < 40; other++)
        {
            using var answer = await SendAsync(host, "/v1/search?q=poverty", $"203.0.113.{other}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        for (var turn = 0; turn < 30; turn++)
        {
            using var live = await SendAsync(host, turn % 2 == 0 ? "/health/live" : "/health/ready", Greedy);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
    }

    [Fact]
    public async Task Send_ClientThatWaited_IsAnsweredAgain()
    {
        await using var host = await RunningHost.StartAsync(settings: Settings);
        using var refused = await UntilRefusedAsync(host, "/v1/search?q=poverty", Greedy);
        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromSeconds(1));
        using var answer = await SendAsync(host, "/v1/search?q=poverty", Greedy);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Send_PageOfAnotherOrigin_MayReadThatItIsOverItsRate()
    {
        await using var host = await RunningHost.StartAsync(
            settings: [.. Settings, ("ProposalSearch:AllowedOrigins:0", "https://one.example")]);
        using var refused = await UntilRefusedAsync(host, "/v1/search?q=poverty", Greedy, "https://one.example");

        Assert.Equal("https://one.example", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Retry-After", refused.Headers.GetValues("Access-Control-Expose-Headers").Single());
    }

    [Theory]
    [InlineData("0", Greedy)]
    [InlineData("1", "127.0.0.1")]
    [InlineData("1", "::1")]
    [InlineData("1", null)]
    public async Task Send_WithoutARate_IsNeverRefused(string rate, string? client)
    {
        await using var host = await RunningHost.StartAsync(
            settings: [.. Settings, ("ProposalSearch:ClientRequestsPerSecond", rate)]);
        for (var turn = 0; turn < 50; turn++)
        {
            using var answer = await SendAsync(host, "/v1/search?q=poverty", client);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Client_TwoAddresses_AreOneClientOrTwo(string one, string other, bool same)
    {
        Assert.Equal(same, ClientRate.Client(IPAddress.Parse(one)) == ClientRate.Client(IPAddress.Parse(other)));
        Assert.NotNull(ClientRate.Client(IPAddress.Parse(one)));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void Client_ThisMachine_IsNone(string address) => Assert.Null(ClientRate.Client(IPAddress.Parse(address)));

    /// <summary>The first refusal; a second is enough for a token, so that more requests than the burst are sent.</summary>
    private static async Task<HttpResponseMessage> UntilRefusedAsync(
        RunningHost host, string address, string client, string? origin = null)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            var answer = await SendAsync(host, address, client, origin);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.True(turn >= 5, "the burst was not granted");
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("200 requests at a rate of one a second were all answered.");
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string address, string? client, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (client is not null)
        {
            request.Headers.Add("X-Forwarded-For", client);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await host.Client.SendAsync(request);
    }
}
