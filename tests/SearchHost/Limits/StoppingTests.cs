using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

public sealed class StoppingTests
{
    [Fact]
    public async Task Stop_RequestThatStillRuns_IsToldSoAfterItsTime()
    {
        using var backend = new HeldBackend();
        var host = await RunningHost.StartAsync(backend: backend.Backend, settings: [("ProposalSearch:StopSeconds", "1")]);
        var asked = host.GetAsync("/v1/search?q=held");
        await WaitAsync(() => backend.Running == 1);
        var stopped = host.StopAsync();
        using var response = await asked;
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        await stopped;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("stopping", problem.GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(1, backend.Cancelled);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Stop_RequestThatEndsInTime_IsAnswered()
    {
        using var backend = new HeldBackend();
        var host = await RunningHost.StartAsync(backend: backend.Backend, settings: [("ProposalSearch:StopSeconds", "30")]);
        var asked = host.GetAsync("/v1/search?q=held");
        await WaitAsync(() => backend.Running == 1);
        var stopped = host.StopAsync();
        backend.Let();
        using var response = await asked;
        await stopped;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await host.DisposeAsync();
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var turn = 0; turn < 3_000 && !condition(); turn++)
        {
            await Task.Delay(10);
        }
    }
}
