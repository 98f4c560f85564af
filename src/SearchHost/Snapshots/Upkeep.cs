using ProposalSearch.SearchHost.Logging;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>Whether the index keeps up with its sources. Thread-safe.</summary>
internal sealed class Upkeep
{
    private volatile UpkeepFailure? _failure;

    /// <summary>Why changes of the sources are not in the index, or <see langword="null"/> where all is well.</summary>
    public UpkeepFailure? Failure => _failure;

    /// <summary>
    /// Whether this cause differs from that of the previous failure, and is worth a line of the log. Numbers of files do not matter: a try
    /// that fails again for the same reason names other ones.
    /// </summary>
    public bool IsNews(string cause) => !SameMessage.Is(_failure?.Cause, cause);

    /// <summary>The index is up to date.</summary>
    public void Succeed() => _failure = null;

    /// <summary>The index could not be brought up to date; the first such moment is kept until it is.</summary>
    public void Fail(DateTimeOffset now, string cause) => _failure = new UpkeepFailure(_failure?.Since ?? now, cause);
}

/// <summary>A failure to bring the index up to date.</summary>
/// <param name="Since">When it was first met.</param>
/// <param name="Cause">What is wrong and what to do.</param>
internal sealed record UpkeepFailure(DateTimeOffset Since, string Cause);
