namespace ProposalSearch.SearchHost.Settings;

/// <summary>What the log says of each request.</summary>
internal enum LoggedRequests
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its method, path, status and time; nothing that somebody searched for.</summary>
    Paths,

    /// <summary>The same, with the query string.</summary>
    Queries,
}
