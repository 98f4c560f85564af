using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

/// <summary>A host whose searches keep their threads: who is answered, and who is told to come again.</summary>
public sealed class BusyHostTests
{
    private static readonly (string Key, string? Value)[] Settings =
    [
        ("ProposalSearch:MaxConcurrentSearches", "2"),
        ("ProposalSearch:MaxConcurrentExports", "1"),
        ("ProposalSearch:QueueMilliseconds", "100"),
        ("ProposalSearch:SearchBudgetMilliseconds", "1234"),
    ];

    [Theory]
    [InlineData("/v1/search?q=poverty")]
    [InlineData("/?q=poverty")]
    [InlineData("/v1/suggest?q=pov")]
    [InlineData("/v1/suggest.opensearch?q=pov")]
    [InlineData("/v1/search.csv?q=poverty")]
    [InlineData("/v1/search.ndjson?q=poverty")]
    [InlineData("/v1/proposals/2015/lift-la")]
    [InlineData("/proposals/2015/lift-la")]
    public async Task Get_AllPlacesTaken_IsToldToComeAgain(string address)
    {
        using var backend = new HeldBackend();
        await using var host = await RunningHost.StartAsync(backend: backend.Backend, settings: Settings);
        var held = await HoldAsync(host, backend, "/v1/search?q=held", 2);
        using var refused = await host.GetAsync(address);
        var body = await refused.Content.ReadAsStringAsync();

        Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, body);
        Assert.Equal("busy", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        await EndAsync(backend, held);
        using var answered = await host.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Get_SixtyFourExpensiveRequests_LeaveRoomForHealthAndOrdinarySearches()
    {
        using var backend = new HeldBackend();
        await using var host = await RunningHost.StartAsync(
            backend: backend.Backend, settings: [.. Settings, ("ProposalSearch:QueueMilliseconds", "10000")]);
        var expensive = Enumerable.Range(0, 64).Select(_ => host.GetAsync("/v1/search?q=held+*&explain=true")).ToList();
        await UntilAsync(() => backend.Running == 1);
        var started = Stopwatch.GetTimestamp();
        foreach (var address in (string[])["/health/live", "/health/ready", "/v1/search?q=poverty", "/", "/v1/index", "/health/live"])
        {
            using var response = await host.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.Equal(1, backend.Running);
        await EndAsync(backend, expensive);
    }

    [Fact]
    public async Task Get_HealthOfAHostWithoutAnyPlace_IsAnswered()
    {
        using var backend = new HeldBackend();
        await using var host = await RunningHost.StartAsync(backend: backend.Backend, settings: Settings);
        var ordinary = await HoldAsync(host, backend, "/v1/search?q=held", 2);
        var expensive = await HoldAsync(host, backend, "/v1/search?q=held+*", 1);
        using var live = await host.GetAsync("/health/live");
        using var ready = await host.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        await EndAsync(backend, [.. ordinary, .. expensive]);
    }

    [Fact]
    public async Task Get_ClientGone_EndsTheSearch()
    {
        using var backend = new HeldBackend();
        await using var host = await RunningHost.StartAsync(backend: backend.Backend, settings: Settings);
        using var client = new CancellationTokenSource();
        var asked = host.Client.GetAsync(new Uri("/v1/search?q=held", UriKind.Relative), client.Token);
        await UntilAsync(() => backend.Running == 1);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        await UntilAsync(() => backend is { Running: 0, Cancelled: 1 });
        using var next = await host.GetAsync("/v1/search?q=poverty");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("/v1/search?q=long")]
    [InlineData("/v1/search.csv?q=long")]
    [InlineData("/?q=long")]
    public async Task Get_SearchBeyondItsTime_IsToldSo(string address)
    {
        using var backend = new HeldBackend();
        await using var host = await RunningHost.StartAsync(backend: backend.Backend, settings: Settings);
        using var response = await host.GetAsync(address);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("time_budget", problem.GetProperty("code").GetString());
        Assert.Contains("1.234 s", problem.GetProperty("detail").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Null(response.Headers.ETag);
        Assert.Equal(TimeSpan.FromMilliseconds(1234), backend.Budget);
    }

    private static async Task<List<Task<HttpResponseMessage>>> HoldAsync(RunningHost host, HeldBackend backend, string address, int times)
    {
        var before = backend.Running;
        var held = Enumerable.Range(0, times).Select(_ => host.GetAsync(address)).ToList();
        await UntilAsync(() => backend.Running == before + times);
        return held;
    }

    private static async Task EndAsync(HeldBackend backend, List<Task<HttpResponseMessage>> held)
    {
        backend.Let();
        foreach (var response in await Task.WhenAll(held))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            response.Dispose();
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var turn = 0; turn < 3_000 && !condition(); turn++)
        {
            await Task.Delay(10);
        }

        Assert.True(condition());
    }
}
