namespace ProposalSearch.Indexer;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some files failed; or <c>verify</c> found a fault.</summary>
    public const int SomeFailed = 1;

    /// <summary>Nothing could be done; the reason is on standard error.</summary>
    public const int NothingDone = 2;
}
