using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Follows the sources: waits until a change has settled, brings the index up to date in the background, and replaces the snapshot at one stroke.
/// Until then, and where that fails, the old one answers.
/// </summary>
public sealed partial class IndexWatching(
    IndexPreparation preparation,
    SnapshotHolder holder,
    Upkeep upkeep,
    Folders folders,
    SearchHostOptions options,
    TimeProvider time,
    ILogger<IndexWatching> logger) : BackgroundService
{
    private static readonly TimeSpan Ever = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BlindScan = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Watching begins before the index is opened, so that no change falls between.
            using var watcher = new SourceWatcher(folders.Source, folders.Index, logger);
            using (await holder.LeaseAsync(Ever, time, stoppingToken).ConfigureAwait(false))
            {
            }

            while (true)
            {
                var isTold = await NextAsync(watcher, stoppingToken).ConfigureAwait(false);
                watcher.Restart(always: !isTold);
                await Task.Run(() => Refresh(stoppingToken), stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Somebody stops the host: the index stays as it is.
        }
    }

    /// <summary>Returns when it is time to look: after a change and some quiet, and then true; or after a while in any case.</summary>
    private async Task<bool> NextAsync(SourceWatcher watcher, CancellationToken stopping)
    {
        var scan = TimeSpan.FromSeconds(options.WatchScanSeconds);
        var patience = watcher.IsWatching && upkeep.Failure is null || scan < BlindScan ? scan : BlindScan;
        if (!await watcher.WaitAsync(patience, stopping).ConfigureAwait(false))
        {
            return false;
        }

        var began = time.GetTimestamp();
        var quiet = TimeSpan.FromMilliseconds(options.WatchQuietMilliseconds);
        while (time.GetElapsedTime(began) < LongestBurst && await watcher.WaitAsync(quiet, stopping).ConfigureAwait(false))
        {
            // More of the same: nothing is so urgent that it would be worth indexing twice. But a burst without end must not wait without end.
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, stopping).ConfigureAwait(false);
        }

        return true;
    }

    private void Refresh(CancellationToken stopping)
    {
        try
        {
            if (preparation.Refresh(holder.Current!.Identity, stopping) is { } index)
            {
                holder.Publish(new IndexSnapshot(index));
            }

            if (upkeep.Failure is not null)
            {
                LogWell();
            }

            upkeep.Succeed();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Fail(fault);
        }
    }

    private void Fail(Exception fault)
    {
        var isForeseen = fault is SourceUnavailableException or IndexUnavailableException;
        var cause = isForeseen ? fault.Message : "The index could not be brought up to date, for a reason that nobody foresaw; the log of the host has it.";
        if (upkeep.IsNews(cause))
        {
            LogFailed(fault.Message, isForeseen ? null : fault);
        }

        upkeep.Fail(time.GetUtcNow(), cause);
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "Changes of the sources are not indexed; the index that was there goes on answering. {Cause}")]
    private partial void LogFailed(string cause, Exception? fault);

    [LoggerMessage(EventId = 12, Level = LogLevel.Information, Message = "The index is up to date again.")]
    private partial void LogWell();
}
