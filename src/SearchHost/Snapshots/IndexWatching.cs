using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Follows the sources: waits until a change has settled, and has the index renewed in the background.
/// </summary>
internal sealed class IndexWatching(
    IndexRenewal renewal,
    SnapshotHolder holder,
    Upkeep upkeep,
    Folders folders,
    SearchHostOptions options,
    TimeProvider time,
    ILogger<IndexWatching> logger) : BackgroundService
{
    private static readonly TimeSpan WithoutEnd = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ScanUnwatched = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Watching begins before the index is opened, so that no change falls between.
            using var watcher = new SourceWatcher(folders.Source, folders.Index, logger);
            using (await holder.LeaseAsync(WithoutEnd, time, stoppingToken).ConfigureAwait(false))
            {
            }

            while (true)
            {
                var isTold = await NextAsync(watcher, stoppingToken).ConfigureAwait(false);
                watcher.Restart(always: !isTold);
                await Task.Run(() => renewal.RenewAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
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
        var patience = watcher.IsWatching && upkeep.Failure is null || scan < ScanUnwatched ? scan : ScanUnwatched;
        if (!await watcher.WaitAsync(patience, stopping).ConfigureAwait(false))
        {
            return false;
        }

        var began = time.GetTimestamp();
        var quiet = TimeSpan.FromMilliseconds(options.WatchQuietMilliseconds);
        while (time.GetElapsedTime(began) < LongestBurst && await watcher.WaitAsync(quiet, stopping).ConfigureAwait(false))
        {
            // Changes that follow are indexed together with the first, but those that never stop must not be waited for without end.
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, stopping).ConfigureAwait(false);
        }

        return true;
    }
}
