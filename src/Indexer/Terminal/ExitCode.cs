namespace ProposalSearch.Indexer.Terminal;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>The index was published, but some files could not be read, or the full dump could not be written.</summary>
    public const int SomeFilesFailed = 1;

    /// <summary>Nothing could be done; what was there before is as it was.</summary>
    public const int NothingDone = 2;
}
