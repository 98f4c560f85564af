using ProposalSearch.Indexing.Dumping;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Dumps;

/// <summary>
/// Has a dump of the index that answers in the folder of dumps: written after each change of it, one at a time, while searches go on. Until
/// it is whole the one before is served.
/// </summary>
internal sealed partial class DumpKeeping(
    Folders folders, SnapshotHolder holder, TimeProvider time, ILogger<DumpKeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WithoutEnd = TimeSpan.FromMilliseconds(int.MaxValue);

    private volatile DumpManifest? _current;
    private string? _told;

    /// <summary>The dump that is served, or <see langword="null"/> as long as there is none.</summary>
    public DumpManifest? Current => _current;

    /// <summary>Where it is.</summary>
    public DumpFolder Folder { get; } = new(folders.Dump!);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                using var lease = await holder.LeaseAsync(WithoutEnd, time, stoppingToken).ConfigureAwait(false);
                var isWritten = await Task.Run(() => WriteAsync(lease!.Snapshot, stoppingToken), stoppingToken).ConfigureAwait(false);
                var change = holder.ChangeOf(lease!.Snapshot);
                lease.Dispose();
                await (isWritten ? change : Task.WhenAny(change, Task.Delay(Rest, time, stoppingToken)))
                    .WaitAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Somebody stops the host: what was begun is removed by the next one that writes.
        }
    }

    private async Task<bool> WriteAsync(IndexSnapshot snapshot, CancellationToken stopping)
    {
        try
        {
            _current ??= Folder.Read();
            _current = await Folder.WriteAsync(snapshot.Index, _current, stopping).ConfigureAwait(false);
            _told = null;
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (_told != fault.Message)
            {
                _told = fault.Message;
                LogFailed(folders.Dump!, fault.Message);
            }

            return false;
        }
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Error,
        Message = "The dump in {Folder} could not be written; the one before, if there is one, is served, and it is tried again. {Cause}")]
    private partial void LogFailed(string folder, string cause);
}
