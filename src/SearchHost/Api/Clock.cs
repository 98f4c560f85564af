namespace ProposalSearch.SearchHost.Api;

/// <summary>Measures how long an answer took to make.</summary>
internal readonly struct Clock
{
    private readonly TimeProvider _time;
    private readonly long _started;

    private Clock(TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
    }

    /// <summary>The time since it was started.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Begins to measure, by the clock of the host.</summary>
    public static Clock Start(HttpContext context) => new(context.RequestServices.GetRequiredService<TimeProvider>());
}
