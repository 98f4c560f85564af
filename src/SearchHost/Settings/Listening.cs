namespace ProposalSearch.SearchHost.Settings;

/// <summary>Where the host listens.</summary>
internal static class Listening
{
    /// <summary>Where it listens when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";
}
