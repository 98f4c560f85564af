namespace ProposalSearch.SearchHost.Settings;

/// <summary>A value that somebody gave, and where.</summary>
/// <param name="Key">The key of the configuration, such as <c>ProposalSearch:Include:0</c>.</param>
/// <param name="Text">The value.</param>
/// <param name="Source">Where it was given.</param>
/// <param name="Where">The same in words that name it there, such as "Environment variable ProposalSearch__Title".</param>
internal sealed record GivenValue(string Key, string? Text, GivenSource Source, string Where)
{
    /// <summary>
    /// Where the section or the setting is that this is a value of: <see cref="Where"/>, with no more than the first parts of the key.
    /// </summary>
    public string WhereBegins(int parts)
        => Source == GivenSource.Environment ? Where
            : Where.Replace(Key, string.Join(':', Key.Split(':').Take(parts)), StringComparison.Ordinal);
}

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
