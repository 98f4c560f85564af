using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>The host as the program composes it, following real files.</summary>
public sealed class WatchingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _source = Directory.CreateTempSubdirectory("watched-").FullName;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        for (var file = 0; file < 20; file++)
        {
            Write($"2015/p{file}.md", $"---\ntitle: Proposal {file}\n---\nA garden for number{file}.\n");
        }

        _host = await RunningHost.StartOnAsync(_source, ("ProposalSearch:Watch", "true"), ("ProposalSearch:WatchScanSeconds", "3600"));
        Assert.Equal(20, await TotalAsync("garden"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        if (Directory.Exists(_source))
        {
            Directory.Delete(_source, recursive: true);
        }
    }

    [Fact]
    public async Task Watch_FileEdited_IsSearchableAndTheOldWordsAreGone()
    {
        Write("2015/p3.md", "---\ntitle: Proposal 3\n---\nA playground.\n");

        await UntilAsync("playground", 1);
        Assert.Equal(19, await TotalAsync("garden"));
    }

    [Fact]
    public async Task Watch_FileSavedByRename_IsSearchable()
    {
        Write("2015/.p3.md.swp", "---\ntitle: Proposal 3\n---\nA playground.\n");
        File.Move(Path.Combine(_source, "2015/.p3.md.swp"), Path.Combine(_source, "2015/p3.md"), overwrite: true);

        await UntilAsync("playground", 1);
    }

    [Fact]
    public async Task Watch_FilesAddedDeletedAndMoved_AreFollowed()
    {
        Write("2016/new.md", "---\ntitle: New\n---\nA playground.\n");
        await UntilAsync("playground", 1);
        File.Delete(Path.Combine(_source, "2016/new.md"));
        await UntilAsync("playground", 0);
        Directory.Move(Path.Combine(_source, "2015"), Path.Combine(_source, "2017"));
        await UntilAsync("year:2017", 20);
        using var gone = await _host.GetAsync("/v1/proposals/2015/p1");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Watch_ABurstOfAThousandFiles_IsOnePublish()
    {
        // On a machine that is busy with other things, half a second may pass between two of the files.
        await _host.DisposeAsync();
        _host = await RunningHost.StartOnAsync(
            _source, ("ProposalSearch:Watch", "true"), ("ProposalSearch:WatchQuietMilliseconds", "3000"));
        var builds = new HashSet<string>();
        var first = await BuildAsync();
        var burst = Task.Run(() =>
        {
            for (var file = 0; file < 1000; file++)
            {
                Write($"2016/b{file}.md", $"---\ntitle: Burst {file}\n---\nA playground.\n");
            }
        });
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience && (await TotalAsync("playground") < 1000 || !burst.IsCompleted))
        {
            builds.Add(await BuildAsync());
            await Task.Delay(5);
        }

        await burst;
        builds.Add(await BuildAsync());
        Assert.Equal(1000, await TotalAsync("playground"));
        Assert.Equal(2, builds.Union([first]).Count());
    }

    [Fact]
    public async Task Watch_SourceEmptied_KeepsAnsweringAndSaysSoUntilItIsFilled()
    {
        var aside = _source + "-aside";
        Directory.Move(Path.Combine(_source, "2015"), aside);
        await UntilAsync(async () => (await IndexAsync()).GetProperty("watch").TryGetProperty("failure", out _));
        var watch = (await IndexAsync()).GetProperty("watch");

        Assert.Contains("There is no proposal in", watch.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.True(watch.GetProperty("enabled").GetBoolean());
        Assert.Equal(20, await TotalAsync("garden"));
        using var ready = await _host.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        Directory.Move(aside, Path.Combine(_source, "2015"));
        await UntilAsync(async () => !(await IndexAsync()).GetProperty("watch").TryGetProperty("failure", out _));
        Write("2015/p3.md", "---\ntitle: Proposal 3\n---\nA playground.\n");
        await UntilAsync("playground", 1);
    }

    [Fact]
    public async Task Watch_AnotherFolderInPlaceOfTheSource_IsFoundByTheNextScan()
    {
        await _host.DisposeAsync();
        _host = await RunningHost.StartOnAsync(_source, ("ProposalSearch:Watch", "true"), ("ProposalSearch:WatchScanSeconds", "1"));

        // A folder that goes away before it was ever indexed is a failed start.
        Assert.NotEqual(0, await TotalAsync("garden"));
        Directory.Move(_source, _source + "-old");
        Write("a.md", "---\ntitle: A\n---\nA playground.\n");
        await UntilAsync("playground", 1);
        Write("b.md", "---\ntitle: B\n---\nA playground.\n");
        await UntilAsync("playground", 2);
        Assert.Equal(0, await TotalAsync("garden"));
        Directory.Delete(_source + "-old", recursive: true);
    }

    [Fact]
    public async Task Publish_WhileARequestReads_ClosesTheOldSnapshotWhenThatEnds()
    {
        var holder = _host.Services.GetRequiredService<SnapshotHolder>();
        var lease = (await holder.LeaseAsync(Patience, TimeProvider.System, default))!;
        Write("2015/p3.md", "---\ntitle: Proposal 3\n---\nA playground.\n");
        await UntilAsync("playground", 1);

        Assert.NotEqual(lease.Snapshot.Identity.Build, holder.Current!.Identity.Build);
        Assert.Equal("Proposal 3", (await lease.Snapshot.Index.FindAsync("2015/p3"))!.Title);
        lease.Dispose();
        lease.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(async () => await lease.Snapshot.Index.FindAsync("2015/p3"));
        Assert.Equal(19, await TotalAsync("garden"));
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_source, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private Task UntilAsync(string query, int total) => UntilAsync(async () => await TotalAsync(query) == total);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await isSo();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "it did not come about in a minute");
            await Task.Delay(50);
        }
    }

    private async Task<string> BuildAsync() => (await IndexAsync()).GetProperty("build").GetString()!;

    private Task<JsonElement> IndexAsync() => JsonAsync("/v1/index");

    private async Task<int> TotalAsync(string query)
        => (await JsonAsync("/v1/search?match=all&facets=&q=" + Uri.EscapeDataString(query))).GetProperty("total").GetInt32();

    /// <summary>No request may fail, whatever goes on in the background.</summary>
    private async Task<JsonElement> JsonAsync(string address)
        => JsonDocument.Parse(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
