namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>Does once, before a snapshot answers, what the first visitor would wait for otherwise.</summary>
/// <param name="prepare">Does it; it may fail.</param>
/// <param name="logger">Told of a failure.</param>
internal sealed partial class SnapshotWarmUp(Func<IndexSnapshot, CancellationToken, ValueTask> prepare, ILogger<SnapshotWarmUp> logger)
{
    /// <summary>Does it; a failure is logged, and what was to be done is left to whoever needs it.</summary>
    public async Task RunAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        try
        {
            await prepare(snapshot, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotPrepared(fault);
        }
    }

    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "The first page could not be prepared; whoever asks for it waits.")]
    private partial void LogNotPrepared(Exception fault);
}
