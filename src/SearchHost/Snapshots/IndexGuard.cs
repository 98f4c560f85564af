using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Looks every moment whether the files of the index are still as they were opened, and has the index renewed where they are not; and
/// tries again where it could not be brought up to date, also while nobody watches the sources.
/// </summary>
internal sealed class IndexGuard(IndexRenewal renewal, SnapshotHolder holder, SearchHostOptions options, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan WithoutEnd = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using (await holder.LeaseAsync(WithoutEnd, time, stoppingToken).ConfigureAwait(false))
            {
            }

            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(options.IndexCheckMilliseconds), time, stoppingToken).ConfigureAwait(false);
                await Task.Run(() => renewal.RenewIfNeededAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Somebody stops the host: the index stays as it is.
        }
    }
}
