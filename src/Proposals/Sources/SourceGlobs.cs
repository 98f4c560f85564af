using Microsoft.Extensions.FileSystemGlobbing;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Which files of a folder are read: those that a pattern includes, or all where none is given, without those that a pattern excludes. In
/// patterns <c>*</c> stands for part of a name and <c>**</c> for any folders: <c>drafts/**</c>, <c>**/README.md</c>, <c>2015/*.yml</c>. The
/// name of a folder stands for all that is in it. Case counts.
/// </summary>
internal sealed class SourceGlobs
{
    private readonly Matcher? _included;
    private readonly Matcher? _excluded;

    /// <summary>Files by these patterns.</summary>
    public SourceGlobs(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        _included = MatcherOf(include);
        _excluded = MatcherOf(exclude);
    }

    public static SourceGlobs All { get; } = new([], []);

    /// <summary>Whether somebody named the files that are to be read.</summary>
    public bool IsPicky => _included is not null;

    /// <summary>Whether a file is to be read.</summary>
    /// <param name="path">Relative to the source, with <c>/</c> between its parts.</param>
    public bool Picks(string path) => _included?.Match(path).HasMatches != false && !Excludes(path);

    /// <summary>Whether a file or folder is named by a pattern that excludes.</summary>
    public bool Excludes(string path) => _excluded?.Match(path).HasMatches == true;

    private static Matcher? MatcherOf(IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return null;
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in patterns.Select(static pattern => pattern.TrimEnd('/')).Where(static pattern => pattern.Length > 0))
        {
            matcher.AddInclude(pattern);
            matcher.AddInclude(pattern + "/**");
        }

        return matcher;
    }
}
