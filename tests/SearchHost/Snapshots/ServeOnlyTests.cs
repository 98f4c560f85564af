using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>A host that makes no index and serves what is published.</summary>
public sealed class ServeOnlyTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();
    private readonly TemporaryFolder _index = new();

    public void Dispose()
    {
        _archive.Dispose();
        _index.Dispose();
    }

    [Fact]
    public async Task Start_WithAnIndexAndNoSource_ServesWhatIsPublishedThenAndLater()
    {
        Publish("one.md");
        await using var host = await StartAsync();
        Assert.Equal(1, await TotalAsync(host));

        Publish("two.md");
        for (var turn = 0; turn < 600 && await TotalAsync(host) != 2; turn++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(2, await TotalAsync(host));
    }

    [Fact]
    public async Task Start_WithAnotherSource_DoesNotTouchTheIndex()
    {
        Publish("one.md");
        using var other = new TemporaryArchive()
            .Write("three.md", "---\ntitle: Three\n---\nriver").Write("four.md", "---\ntitle: Four\n---\nriver");
        await using var host = await StartAsync(("ProposalSearch:Source", other.Path));

        Assert.Equal(1, await TotalAsync(host));
        await host.Services.GetRequiredService<IndexRenewal>().RenewAsync(default);
        Assert.Equal(1, await TotalAsync(host));
    }

    [Fact]
    public async Task Start_WithoutAnIndex_SaysWhatToDo()
    {
        await using var host = await StartAsync();
        var opening = host.Services.GetRequiredService<IndexOpening>();
        await opening.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotNull(opening.Failure);
        Assert.Contains("--index " + _index.Path, opening.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("makes none itself (--serve-only)", opening.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WatchingToo_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<StartFailedException>(() => StartAsync(("ProposalSearch:Watch", "true")));

        Assert.Contains("ServeOnly", refused.Message, StringComparison.Ordinal);
    }

    private Task<RunningHost> StartAsync(params (string Key, string? Value)[] more) => RunningHost.StartOnAsync(
        Path.Combine(_archive.Path, "nowhere"),
        [
            ("ProposalSearch:Index", _index.Path), ("ProposalSearch:ServeOnly", "true"),
            ("ProposalSearch:IndexCheckMilliseconds", "50"), .. more,
        ]);

    private void Publish(string name)
    {
        _archive.Write(name, $"---\ntitle: {name}\n---\nriver");
        BlockingCalls.RunPipeline(new(_archive.Path, _index.Path, null), BlockingCalls.TestedEngine(), TimeProvider.System);
    }

    private static async Task<long> TotalAsync(RunningHost host)
    {
        using var answer = await host.GetAsync("/v1/search?q=river");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt64();
    }
}
