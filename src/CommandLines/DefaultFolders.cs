namespace ProposalSearch.CommandLines;

/// <summary>Which folders are meant where none is named.</summary>
public static class DefaultFolders
{
    /// <summary>The proposals that a fresh clone searches.</summary>
    public const string Source = "seeds";

    /// <summary>The index of a fresh clone.</summary>
    public const string Index = "index";

    /// <summary>The checkout with samples that a program was built in, or <see langword="null"/> where it is installed elsewhere.</summary>
    /// <param name="program">The folder of the program.</param>
    public static string? CheckoutOf(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            var path = folder.FullName;
            if (Directory.Exists(Path.Combine(path, Source)) && File.Exists(Path.Combine(path, "ProposalSearch.sln")))
            {
                return path;
            }
        }

        return null;
    }
}
