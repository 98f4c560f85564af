namespace ProposalSearch.SearchHost.Settings;

/// <summary>A value that somebody gave, and where.</summary>
/// <param name="Key">The key of the configuration, such as <c>ProposalSearch:Include:0</c>.</param>
/// <param name="Text">The value.</param>
/// <param name="Source">Where it was given.</param>
/// <param name="Where">The same in words that name it there, such as "environment variable ProposalSearch__Title".</param>
internal sealed record GivenValue(string Key, string? Text, GivenSource Source, string Where);

/// <summary>A place where settings are given.</summary>
internal enum GivenSource
{
    /// <summary>A settings file.</summary>
    File,

    /// <summary>The environment.</summary>
    Environment,

    /// <summary>The command line.</summary>
    CommandLine,
}
