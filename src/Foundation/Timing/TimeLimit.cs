namespace ProposalSearch.Foundation.Timing;

/// <summary>
/// How long a search may go on: until it is cancelled or has spent its time. Whatever takes long asks now and then, often enough that a
/// search ends within 20 ms
/// of either. One for each search; not thread-safe.
/// </summary>
public sealed class TimeLimit
{
    /// <summary>So many steps are taken between two looks at the clock, which costs about as much as that many.</summary>
    private const int StepsBetweenLooks = 32;

    private readonly TimeProvider? _clock;
    private readonly TimeSpan _budget;
    private readonly long _end;
    private readonly CancellationToken _cancellation;
    private int _left = StepsBetweenLooks;

    /// <summary>A limit that begins now.</summary>
    /// <param name="budget">How long the search may take; <see langword="null"/> for as long as it needs.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends the search.</param>
    public TimeLimit(TimeSpan? budget, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = budget is null ? null : clock;
        _budget = budget ?? TimeSpan.MaxValue;
        _end = budget is { } span
            ? clock.GetTimestamp() + (long)Math.Min(span.TotalSeconds * clock.TimestampFrequency, long.MaxValue / 2)
            : long.MaxValue;
        _cancellation = cancellation;
        IsThere = budget is not null || cancellation.CanBeCanceled;
    }

    private TimeLimit()
    {
    }

    /// <summary>No limit. The only one that threads may share.</summary>
    public static TimeLimit None { get; } = new();

    /// <summary>How long it may take in all; <see langword="null"/> for as long as it needs.</summary>
    public TimeSpan? Budget => _clock is null ? null : _budget;

    /// <summary>Ends it.</summary>
    public CancellationToken Cancellation => _cancellation;

    /// <summary>How long it may still take; <see langword="null"/> for as long as it needs.</summary>
    public TimeSpan? Left => _clock is null ? null
        : TimeSpan.FromSeconds(Math.Clamp((_end - _clock.GetTimestamp()) / (double)_clock.TimestampFrequency, 0, int.MaxValue / 1000));

    /// <summary>Waits for what somebody else does, as long as the search may go on.</summary>
    /// <param name="ask">Does it, until it is cancelled.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    public async ValueTask<T> WaitAsync<T>(Func<CancellationToken, ValueTask<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        Check();
        using var signal = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        if (Left is { } left)
        {
            signal.CancelAfter(left);
        }

        try
        {
            return await ask(signal.Token).ConfigureAwait(false);
        }
        catch (Exception) when (signal.IsCancellationRequested)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw new TimeExceededException(_budget);
        }
    }

    /// <summary>Whether there is anything that could end the search.</summary>
    private bool IsThere { get; }

    /// <summary>Says that a step was taken that takes about a microsecond or less: looks at the clock now and then.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    public void Step()
    {
        if (IsThere && --_left <= 0)
        {
            Check();
        }
    }

    /// <summary>Looks at the clock: before what may take a tenth of a millisecond or more.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    public void Check()
    {
        if (!IsThere)
        {
            return;
        }

        _left = StepsBetweenLooks;
        _cancellation.ThrowIfCancellationRequested();
        if (_clock is not null && _clock.GetTimestamp() >= _end)
        {
            throw new TimeExceededException(_budget);
        }
    }
}
