namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// Knows whether any node of a cluster answers, so that nobody waits for one that is dead. Where a request got no answer, the nodes are
/// asked for a sign of life. Without one they count as dead, and are asked again twice a second until one gives it; one request a second is
/// let through all the same, and whichever is answered first ends it. Thread-safe.
/// </summary>
/// <param name="isAlive">Asks for a sign of life, of all nodes if need be.</param>
/// <param name="clock">Waits.</param>
internal sealed class Breaker(Func<CancellationToken, ValueTask<bool>> isAlive, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private int _isLooking;
    private long _answers;
    private long _lastTry;
    private volatile bool _isOpen;

    /// <summary>Whether a request is to be sent; else it is refused at once, since no node gives a sign of life.</summary>
    public bool Lets()
    {
        if (!_isOpen)
        {
            return true;
        }

        long last = Volatile.Read(ref _lastTry);
        return clock.GetElapsedTime(last) >= _betweenTries && Interlocked.CompareExchange(ref _lastTry, clock.GetTimestamp(), last) == last;
    }

    /// <summary>A request was answered.</summary>
    public void Answered()
    {
        Interlocked.Increment(ref _answers);
        _isOpen = false;
    }

    /// <summary>A request got no answer: looks whether there is anybody, without having somebody wait.</summary>
    public void Suspect()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 0)
        {
            _ = LookAsync(Volatile.Read(ref _answers));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task LookAsync(long answers)
    {
        try
        {
            while (!await isAlive(_end.Token).ConfigureAwait(false) && Volatile.Read(ref _answers) == answers)
            {
                if (!_isOpen)
                {
                    Volatile.Write(ref _lastTry, clock.GetTimestamp());
                    _isOpen = true;
                }

                await Task.Delay(_pause, clock, _end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // Nobody asks any more.
        }
        finally
        {
            _isOpen = false;
            Volatile.Write(ref _isLooking, 0);
        }
    }
}
