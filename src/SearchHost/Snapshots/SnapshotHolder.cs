namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>Holds the snapshot that requests are answered from. Safe for any number of threads.</summary>
public sealed class SnapshotHolder : IDisposable
{
    private readonly TaskCompletionSource<IndexSnapshot> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IndexSnapshot? _current;

    /// <summary>The snapshot, or <see langword="null"/> as long as no index is open.</summary>
    public IndexSnapshot? Current => _current;

    /// <summary>Makes a snapshot the one that later requests are answered from.</summary>
    public void Publish(IndexSnapshot snapshot)
    {
        _current = snapshot;
        _first.TrySetResult(snapshot);
    }

    /// <summary>The snapshot, after a wait if need be; <see langword="null"/> when the wait was in vain.</summary>
    public async ValueTask<IndexSnapshot?> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        if (_current is { } current)
        {
            return current;
        }

        try
        {
            return await _first.Task.WaitAsync(patience, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Closes the index.</summary>
    public void Dispose() => _current?.Index.Dispose();
}
