using System.Threading.RateLimiting;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Limits;

/// <summary>
/// How many requests are carried out at the same time. Searching keeps a processor busy from beginning to end, so more at once than there
/// are processors would make all of them slow; what comes beyond waits in a short queue, first come first served, and is refused when it
/// has waited long enough. A place is held while an answer is made, not while it is read by the client: a slow reader keeps nobody waiting.
/// Thread-safe.
/// </summary>
internal sealed class WorkLimits : IDisposable
{
    // An expensive answer may have some megabytes: not more than so many of them wait for their readers at once.
    private const int ExpensiveAnswersAtOnce = 16;

    private readonly ConcurrencyLimiter _ordinary;
    private readonly ConcurrencyLimiter _expensive;
    private readonly ConcurrencyLimiter _expensiveAnswers;
    private readonly ConcurrencyLimiter _exports;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;

    /// <summary>The limits that the settings ask for.</summary>
    public WorkLimits(SearchHostOptions options, TimeProvider time)
    {
        var searches = Searches(options);
        _ordinary = Limiter(searches, options.MaxQueuedRequests);
        _expensive = Limiter(Math.Max(1, searches / 2), options.MaxQueuedRequests);
        _expensiveAnswers = Limiter(ExpensiveAnswersAtOnce, options.MaxQueuedRequests);
        _exports = Limiter(options.MaxConcurrentExports, options.MaxQueuedRequests);
        _patience = TimeSpan.FromMilliseconds(options.QueueMilliseconds);
        _time = time;
    }

    /// <summary>Threads that searches and exports may keep busy at the same time.</summary>
    public static int Threads(SearchHostOptions options)
        => Searches(options) + Math.Max(1, Searches(options) / 2) + options.MaxConcurrentExports;

    /// <summary>
    /// A place for work of this kind, to be given back when the answer is made; <see langword="null"/> where the wait was in vain.
    /// </summary>
    public ValueTask<IDisposable?> EnterAsync(Work work, CancellationToken cancellation)
        => AcquireAsync(work == Work.Expensive ? _expensive : _ordinary, cancellation);

    /// <summary>A place for an expensive answer, to be given back when its client has read it.</summary>
    public ValueTask<IDisposable?> ExpensiveAnswerAsync(CancellationToken cancellation) => AcquireAsync(_expensiveAnswers, cancellation);

    /// <summary>A place for an export, to be given back when its client has read it.</summary>
    public ValueTask<IDisposable?> ExportAsync(CancellationToken cancellation) => AcquireAsync(_exports, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _ordinary.Dispose();
        _expensive.Dispose();
        _expensiveAnswers.Dispose();
        _exports.Dispose();
    }

    private async ValueTask<IDisposable?> AcquireAsync(ConcurrencyLimiter limiter, CancellationToken cancellation)
    {
        var lease = limiter.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return lease;
        }

        using var patience = new CancellationTokenSource(_patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);

        // Under load many requests wait in vain. An exception for each would cost more than the request that is refused.
        var turn = limiter.AcquireAsync(permitCount: 1, either.Token).AsTask();
        await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (turn.IsCanceled)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }

        lease = await turn.ConfigureAwait(false);
        return lease.IsAcquired ? lease : null;
    }

    private static int Searches(SearchHostOptions options)
        => options.MaxConcurrentSearches > 0 ? options.MaxConcurrentSearches : Math.Max(2, Environment.ProcessorCount);

    private static ConcurrencyLimiter Limiter(int places, int queue) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = places,
        QueueLimit = queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
