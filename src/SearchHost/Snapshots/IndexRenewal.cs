using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Brings the index up to date and replaces the snapshot that answers at one stroke, one renewal at a time. Until then, and where that
/// fails, the old one answers. Safe for any number of threads.
/// </summary>
internal sealed partial class IndexRenewal(
    IndexPreparation preparation, SnapshotHolder holder, Upkeep upkeep, TimeProvider time, ILogger<IndexRenewal> logger,
    SnapshotWarmUp? warmUp = null) : IDisposable
{
    /// <summary>
    /// How long the next try waits after a failure, as a multiple of the time that the failed one took: tries that take long do not follow
    /// each other without a pause.
    /// </summary>
    private const int RestsPerTry = 4;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile string? _suspicion;
    private IndexSnapshot? _told;
    private TimeSpan _rest = ShortestRest;
    private long _ended;

    /// <summary>Brings the index up to date with its sources, after a renewal that is under way.</summary>
    public async Task RenewAsync(CancellationToken stopping)
    {
        await _gate.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            await RenewAloneAsync(stopping).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Renews an index whose files were damaged, removed or replaced, one that could not be brought up to date some while ago, and one
    /// that was
    /// changed and whose lists of all proposals have to follow (<see cref="Search.IndexMetadata.AreListsStale"/>).
    /// Does nothing while a renewal is under way.
    /// </summary>
    public async Task RenewIfNeededAsync(CancellationToken stopping)
    {
        if (!await _gate.WaitAsync(0, stopping).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            var isChanged = IsChanged();
            if (upkeep.Failure is null ? isChanged || holder.Current!.Index.Metadata.AreListsStale : time.GetElapsedTime(_ended) >= _rest)
            {
                await RenewAloneAsync(stopping).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// A request met damage of the index. The log tells of it once for each snapshot, however many requests meet it.
    /// </summary>
    public void Suspect(string cause)
    {
        if (holder.Current?.IsSuspectedFirst() == true)
        {
            LogSuspicion(cause);
            _suspicion = cause;
        }
    }

    /// <summary>The index that answers could not be brought up to date.</summary>
    public void Fail(Exception fault)
    {
        var isForeseen = fault is SourceUnavailableException or IndexUnavailableException;
        var cause = isForeseen
            ? fault.Message
            : "The index could not be brought up to date, for a reason that nobody foresaw; the log of the host has it.";
        if (upkeep.IsNews(cause))
        {
            LogFailed(fault.Message, isForeseen ? null : fault);
        }

        _ended = time.GetTimestamp();
        upkeep.Fail(time.GetUtcNow(), cause);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private bool IsChanged()
    {
        if (_suspicion is not null)
        {
            _suspicion = null;
            return true;
        }

        var snapshot = holder.Current!;
        if (snapshot.Index.FindChange() is not { } change)
        {
            return false;
        }

        if (!ReferenceEquals(snapshot, _told))
        {
            _told = snapshot;
            LogChanged(change);
        }

        return true;
    }

    private async Task RenewAloneAsync(CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        try
        {
            if (await preparation.RefreshAsync(holder.Current!.Index, stopping).ConfigureAwait(false) is { } index)
            {
                var snapshot = new IndexSnapshot(index);
                await (warmUp?.RunAsync(snapshot, stopping) ?? Task.CompletedTask).ConfigureAwait(false);
                holder.Publish(snapshot);
            }

            if (upkeep.Failure is not null)
            {
                LogRecovered();
            }

            upkeep.Succeed();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Fail(fault);
            var rest = RestsPerTry * time.GetElapsedTime(began);
            _rest = rest > ShortestRest ? rest : ShortestRest;
        }
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error,
        Message = "The index is not brought up to date; the one that was there goes on answering. {Cause}")]
    private partial void LogFailed(string cause, Exception? fault);

    [LoggerMessage(EventId = 12, Level = LogLevel.Information, Message = "The index is up to date again.")]
    private partial void LogRecovered();

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning,
        Message = "The index on the disk is not as it was opened, and is checked and built anew if need be; "
            + "what was read then answers. {Change}")]
    private partial void LogChanged(string change);

    [LoggerMessage(EventId = 14, Level = LogLevel.Error,
        Message = "A request met damage of the index, which is checked and built anew if need be. {Cause}")]
    private partial void LogSuspicion(string cause);
}
