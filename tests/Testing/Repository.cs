namespace ProposalSearch.Testing;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ProposalSearch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No ProposalSearch.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
