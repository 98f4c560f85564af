using Microsoft.Extensions.Logging.Abstractions;
using ProposalSearch.SearchHost.Snapshots;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>What the system tells, and what it does not.</summary>
public sealed class SourceWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly string _folder = Directory.CreateTempSubdirectory("watcher-").FullName;

    private string Source => Path.Combine(_folder, "source");

    public SourceWatcherTests() => Directory.CreateDirectory(Source);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Overflow_IsAChangeAndEndsWatchingUntilItBeginsAnew()
    {
        var watchers = new List<TroubledWatcher>();
        using var watcher = Watch(folder =>
        {
            watchers.Add(new TroubledWatcher(folder));
            return watchers[^1];
        });
        Assert.True(watcher.IsWatching);

        watchers[0].Fail(new InternalBufferOverflowException("Too many changes at once."));
        Assert.True(await watcher.WaitAsync(Patience, default));
        Assert.False(watcher.IsWatching);

        watcher.Restart(always: false);
        Assert.True(watcher.IsWatching);
        Assert.Equal(2, watchers.Count);
        Write("a.md");
        Assert.True(await watcher.WaitAsync(Patience, default));
    }

    [Fact]
    public async Task AnErrorOfAWatcherThatWasReplaced_LeavesTheNewOneAlone()
    {
        var watchers = new List<TroubledWatcher>();
        using var watcher = Watch(folder =>
        {
            watchers.Add(new TroubledWatcher(folder));
            return watchers[^1];
        });
        watcher.Restart(always: true);
        watchers[0].Fail(new InternalBufferOverflowException("Too late."));

        Assert.True(watcher.IsWatching);
        Write("a.md");
        Assert.True(await watcher.WaitAsync(Patience, default));
    }

    [Fact]
    public async Task WhereTheSystemCannotWatch_NothingIsToldAndARestartTriesAgain()
    {
        var tries = 0;
        using var watcher =
            Watch(folder => ++tries < 3 ? throw new IOException("No more watches are left.") : new FileSystemWatcher(folder));
        Assert.False(watcher.IsWatching);
        Write("a.md");
        Assert.False(await watcher.WaitAsync(Quiet, default));

        watcher.Restart(always: false);
        Assert.False(watcher.IsWatching);
        watcher.Restart(always: false);
        Assert.True(watcher.IsWatching);
        Write("b.md");
        Assert.True(await watcher.WaitAsync(Patience, default));
    }

    [Theory]
    [InlineData(".p.md.swp")]
    [InlineData(".git/index.md")]
    [InlineData("index/manifest.md")]
    public async Task WhatIsHiddenOrOurOwnDoing_IsNotTold(string path)
    {
        Directory.CreateDirectory(Path.Combine(Source, Path.GetDirectoryName(path)!));
        using var watcher = Watch();
        Write(path);

        Assert.False(await watcher.WaitAsync(Quiet, default));
    }

    [Theory]
    [InlineData("ein Vorschlag über Bäume.md")]
    [InlineData("2015/p.md")]
    [InlineData("index-of-all.md")]
    [InlineData("p.md~")]
    public async Task WhatMayBeAProposal_IsTold(string path)
    {
        Directory.CreateDirectory(Path.Combine(Source, Path.GetDirectoryName(path)!));
        using var watcher = Watch();
        Write(path);

        Assert.True(await watcher.WaitAsync(Patience, default));
    }

    private SourceWatcher Watch(Func<string, FileSystemWatcher>? watch = null)
        => new(Source, Path.Combine(Source, "index"), NullLogger.Instance, watch);

    private void Write(string path) => File.WriteAllText(Path.Combine(Source, path), "title: A\n");

    /// <summary>A watcher of the system that can be told to fail.</summary>
    private sealed class TroubledWatcher(string folder) : FileSystemWatcher(folder)
    {
        public void Fail(Exception fault) => OnError(new ErrorEventArgs(fault));
    }
}
