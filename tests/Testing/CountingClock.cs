namespace ProposalSearch.Testing;

/// <summary>A clock that stands still until it was looked at so many times, and then is an hour later.</summary>
/// <param name="looks">Looks, without the first, which tells when a search began.</param>
public sealed class CountingClock(long looks) : TimeProvider
{
    /// <summary>How often it was looked at since the first time.</summary>
    public long Looks { get; private set; } = -1;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => ++Looks <= looks ? 0 : TimeSpan.TicksPerHour;
}
