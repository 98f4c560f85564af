namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// How long a node may take, in steps. Elastic.Transport keeps connections apart by how long their requests may take: where each request
/// has a time of its own, each opens a connection of its own too.
/// </summary>
internal static class Patience
{
    /// <summary>From one step to the next, up to <see cref="_fine"/>.</summary>
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan _fine = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _coarseStep = TimeSpan.FromSeconds(2);

    /// <summary>The longest of the steps within a time; the shortest of all where none is.</summary>
    public static TimeSpan Of(TimeSpan time)
    {
        var step = time < _fine ? _step : _coarseStep;
        long steps = Math.Max(1, time.Ticks / step.Ticks);
        return step * steps;
    }
}
