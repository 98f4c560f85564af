namespace ProposalSearch.SearchHost.Settings;

/// <summary>Who may read <c>/metrics</c>.</summary>
internal enum MetricsReaders
{
    /// <summary>It does not exist.</summary>
    Nobody,

    /// <summary>Programs on the same machine.</summary>
    Loopback,

    /// <summary>Whoever reaches the host.</summary>
    Everybody,
}
