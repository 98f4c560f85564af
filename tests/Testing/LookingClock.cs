using System.Diagnostics;

namespace ProposalSearch.Testing;

/// <summary>
/// A clock that notes how often it is looked at and how much this process worked while nobody did, and may jump ahead by an hour after so
/// many looks. Time of
/// processors is what counts: on a busy machine a thread may stand still for longer than a search ever works.
/// </summary>
public sealed class LookingClock : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(5);

    private const int Frames = 9;

    private TimeSpan _last;

    /// <summary>Looks until it jumps.</summary>
    public long JumpsAfter { get; set; } = long.MaxValue;

    /// <summary>Looks so far.</summary>
    public long Looks { get; private set; }

    /// <summary>The most work between two looks.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Who looked after that.</summary>
    public string Where { get; private set; } = "";

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Forgets all looks.</summary>
    public void Reset() => (Looks, Longest, _last, JumpsAfter) = (0, TimeSpan.Zero, TimeSpan.Zero, long.MaxValue);

    /// <summary>Notes the work since the last look.</summary>
    public void Note()
    {
        var now = Environment.CpuUsage.TotalTime;
        var passed = _last == TimeSpan.Zero ? TimeSpan.Zero : now - _last;
        if (passed > Longest)
        {
            (Longest, Where) = (
                passed,
                passed > Long ? string.Join(Environment.NewLine, new StackTrace().ToString().Split(Environment.NewLine).Take(Frames)) : "");
        }

        _last = Environment.CpuUsage.TotalTime;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        Note();
        return ++Looks <= JumpsAfter ? 0 : TimeSpan.TicksPerHour;
    }
}
