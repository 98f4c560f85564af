namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Holds the snapshot that requests are answered from, and closes one that was replaced when its last request has ended. Safe for any
/// number of threads.
/// </summary>
internal sealed class SnapshotHolder : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IndexSnapshot? _current;
    private volatile TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _published;

    /// <summary>
    /// The snapshot, or <see langword="null"/> as long as no index is open. It may be closed at any time: to search it, take a lease.
    /// </summary>
    public IndexSnapshot? Current => _current;

    /// <summary>How often another snapshot took the place of one.</summary>
    public long Swaps => Math.Max(0, Interlocked.Read(ref _published) - 1);

    /// <summary>Makes a snapshot the one that later requests are answered from. Used by one thread at a time.</summary>
    public void Publish(IndexSnapshot snapshot)
    {
        var replaced = _current;
        _current = snapshot;
        Interlocked.Increment(ref _published);
        _first.TrySetResult();
        var change = _change;
        _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
        change.SetResult();
        replaced?.Release();
    }

    /// <summary>Ends when another snapshot than this one answers, which may be so already.</summary>
    public Task ChangeOf(IndexSnapshot snapshot)
    {
        // In this order: one that comes between the two lines ends the change that was read.
        var change = _change;
        return ReferenceEquals(_current, snapshot) ? change.Task : Task.CompletedTask;
    }

    /// <summary>A lease of the snapshot, after a wait if need be; <see langword="null"/> when the wait was in vain.</summary>
    public async ValueTask<SnapshotLease?> LeaseAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        if (_current is null)
        {
            try
            {
                await _first.Task.WaitAsync(patience, time, cancellation).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        return Lease();
    }

    /// <summary>Closes the index, once its last request has ended.</summary>
    public void Dispose() => _current?.Release();

    private SnapshotLease Lease()
    {
        while (true)
        {
            var snapshot = _current!;
            if (snapshot.TryRetain())
            {
                return new SnapshotLease(snapshot);
            }

            // It was replaced, and closed, between these two lines: the next one is there. Unless the host has ended.
            ObjectDisposedException.ThrowIf(ReferenceEquals(snapshot, _current), this);
        }
    }
}

/// <summary>Keeps a snapshot open for one request. Disposing of it more than once does nothing.</summary>
internal sealed class SnapshotLease : IDisposable
{
    private int _ended;

    internal SnapshotLease(IndexSnapshot snapshot) => Snapshot = snapshot;

    /// <summary>The snapshot.</summary>
    public IndexSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Snapshot.Release();
        }
    }
}
