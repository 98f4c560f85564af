using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

public sealed class PreparationTests : IDisposable
{
    private readonly TemporaryFolder _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Open_NoIndex_BuildsOne()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, _index.Path);
        using var index = Preparation(backend, run).Open(default);

        Assert.Equal(1, run.Runs);
        Assert.Equal(SampleArchive.Proposals.Count, index.Identity.Documents);
    }

    [Fact]
    public void Open_FreshIndex_BuildsNothing()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, _index.Path);
        Preparation(backend, run).Open(default).Dispose();
        Preparation(backend, run).Open(default).Dispose();

        Assert.Equal(1, run.Runs);
    }

    [Fact]
    public void Open_StaleIndex_BuildsAnew()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, _index.Path);
        Preparation(backend, run).Open(default).Dispose();
        run.Today = "tomorrow";
        using var index = Preparation(backend, run).Open(default);

        Assert.Equal(2, run.Runs);
        Assert.Equal("tomorrow", index.Metadata.Fingerprint);
    }

    [Fact]
    public void Open_StaleIndexAndNoNewOneToBeBuilt_OpensTheStaleOneAndTellsWhy()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, _index.Path);
        Preparation(backend, run).Open(default).Dispose();
        run.Today = "tomorrow";
        run.Obstacle = new IndexUnavailableException(IndexUnavailableReason.Inaccessible, "The disk is full.");
        var told = new List<Exception>();
        using var index = Preparation(backend, run).Open(default, told.Add);

        Assert.Equal(SampleArchive.Metadata.Fingerprint, index.Metadata.Fingerprint);
        Assert.Same(run.Obstacle, Assert.Single(told));
        Assert.Equal("The disk is full.", Assert.Throws<StartFailedException>(() => Preparation(backend, run).Open(default)).Message);
    }

    [Theory]
    [InlineData(IndexUnavailableReason.Damaged, true)]
    [InlineData(IndexUnavailableReason.OtherVersion, true)]
    [InlineData(IndexUnavailableReason.Absent, true)]
    [InlineData(IndexUnavailableReason.Locked, false)]
    [InlineData(IndexUnavailableReason.Inaccessible, false)]
    public void Open_UnreadableIndex_BuildsAnewUnlessThatWouldNotHelp(IndexUnavailableReason reason, bool builds)
    {
        var backend = new SearchBackend(new BrokenStore(reason));
        var run = new SampleRun(backend, _index.Path);
        if (builds)
        {
            Preparation(backend, run).Open(default).Dispose();
        }
        else
        {
            Assert.Equal("broken on purpose", Assert.Throws<StartFailedException>(() => Preparation(backend, run).Open(default)).Message);
        }

        Assert.Equal(builds ? 1 : 0, run.Runs);
    }

    [Fact]
    public void Open_FailedFiles_AreWarnedOfEach()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var log = new RecordingLogger<IndexPreparation>();
        var fault = new SourceFault("2015/a.md", 7, "The YAML ends within quotes.", "Close the quotes.");
        var run = new SampleRun(backend, _index.Path) { Failed = [fault] };
        new IndexPreparation(new Folders("/source", _index.Path, null), backend, run, log).Open(default).Dispose();

        Assert.Contains("Warning: Not indexed: 2015/a.md, line 7: The YAML ends within quotes. Close the quotes.", log.Lines);
    }

    [Fact]
    public async Task Host_IndexInTheMaking_TellsTheTruthAndAnswersOnceItIsThere()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var folder = _index.Path;
        var run = new SampleRun(backend, folder) { Waits = true };
        await using var host = await RunningHost.StartAsync(run, backend, ("ProposalSearch:Index", folder));

        using var live = await host.GetAsync("/health/live");
        using var notReady = await host.GetAsync("/health/ready");
        var search = host.GetAsync("/v1/search?q=poverty");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.StatusCode);
        Assert.Equal(
            "not_ready", JsonDocument.Parse(await notReady.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        Assert.NotNull(notReady.Headers.RetryAfter);
        Assert.False(search.IsCompleted);

        run.Let();
        using var found = await search;
        using var ready = await host.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task Host_NoPatience_RefusesAtOnce()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, _index.Path) { Waits = true };
        await using var host = await RunningHost.StartAsync(run, backend, ("ProposalSearch:StartupWaitSeconds", "0"));
        using var refused = await host.GetAsync("/v1/search");
        var page = await host.PageAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal("The proposals are being made ready", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Try again", page.QuerySelector(".message a")!.TextContent);
    }

    [Fact]
    public async Task Host_BackendThatFails_Is500InWordsWithoutInnards()
    {
        await using var host = await RunningHost.StartAsync(backend: new SearchBackend(new FailingStore()));
        using var failed = await host.GetAsync("/v1/search?q=x");
        var body = await failed.Content.ReadAsStringAsync();
        var page = await host.PageAsync("/?q=x");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("internal_error", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", body);
        Assert.True(failed.Headers.Contains("Content-Security-Policy"));
        Assert.Null(failed.Headers.ETag);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Host_IndexThatCannotBeRead_Is503WithACodeOfItsOwn()
    {
        var damage = new IndexUnavailableException(IndexUnavailableReason.Damaged, "/secret/path/s1.terms: damaged");
        await using var host = await RunningHost.StartAsync(backend: new SearchBackend(new FailingStore(damage)));
        using var failed = await host.GetAsync("/v1/search?q=x");
        var body = await failed.Content.ReadAsStringAsync();
        var page = await host.PageAsync("/?q=x");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal("index_unavailable", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        Assert.NotNull(failed.Headers.RetryAfter);
        Assert.DoesNotContain("secret", body);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Host_StaleIndexAndNoNewOneToBeBuilt_AnswersAndSaysWhyUntilItCan()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var folder = _index.Path;
        var run = new SampleRun(backend, folder);
        run.Run(default);
        (run.Today, run.Obstacle) = ("tomorrow", new IndexUnavailableException(IndexUnavailableReason.Inaccessible, "The disk is full."));
        await using var host = await RunningHost.StartAsync(
            run, backend, ("ProposalSearch:Index", folder), ("ProposalSearch:IndexCheckMilliseconds", "50"));
        using var ready = await host.GetAsync("/v1/search?q=poverty");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("The disk is full.", (await WatchAsync(host)).GetProperty("failure").GetString());

        run.Obstacle = null;
        for (var began = TimeProvider.System.GetTimestamp(); (await WatchAsync(host)).TryGetProperty("failure", out _);)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "it did not try again in a minute");
            await Task.Delay(50);
        }
    }

    private static async Task<JsonElement> WatchAsync(RunningHost host)
        => JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/v1/index", UriKind.Relative))).RootElement.GetProperty("watch");

    [Fact]
    public async Task Host_AllowedOrigin_MayRead()
    {
        await using var host = await RunningHost.StartAsync(settings: ("ProposalSearch:AllowedOrigins:0", "https://archive.example.org"));

        Assert.Equal("https://archive.example.org", await AllowedAsync(host, "https://archive.example.org"));
        Assert.Null(await AllowedAsync(host, "https://other.example.org"));
    }

    private static async Task<string?> AllowedAsync(RunningHost host, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/search", UriKind.Relative));
        request.Headers.Add("Origin", origin);
        using var response = await host.Client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    private IndexPreparation Preparation(SearchBackend backend, SampleRun run)
        => new(new Folders("/source", _index.Path, null), backend, run, NullLogger<IndexPreparation>.Instance);
}
