namespace ProposalSearch.Testing;

/// <summary>
/// The real archives that some tests use. They are no part of the repository: a test that needs them returns early, and
/// says so, where they are absent.
/// </summary>
public static class SharedCorpus
{
    /// <summary>Names the folder that holds <c>corpora/</c> and <c>relevance/</c>.</summary>
    public const string Variable = "PROPOSALSEARCH_SHARED";

    /// <summary>The folder, or <see langword="null"/>.</summary>
    public static string? Root { get; } = Find();

    /// <summary>A folder or file below the root, or <see langword="null"/> where it is absent.</summary>
    public static string? Path(params string[] parts)
    {
        if (Root is null)
        {
            return null;
        }

        var path = System.IO.Path.Combine([Root, .. parts]);
        return Directory.Exists(path) || File.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = System.IO.Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(System.IO.Path.Combine(beside, "corpora")) ? System.IO.Path.GetFullPath(beside) : null;
    }
}
