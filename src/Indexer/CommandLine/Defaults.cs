namespace ProposalSearch.Indexer.CommandLine;

/// <summary>What an option is when nobody gives it.</summary>
public static class Defaults
{
    /// <summary>The samples of a checkout.</summary>
    public const string Source = "seeds";

    /// <summary>The index of a checkout.</summary>
    public const string Index = "index";

    /// <summary>The samples of the checkout that this program was built in, or <see langword="null"/> where there is none.</summary>
    public static string? SamplesOfCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, Source);
            if (File.Exists(Path.Combine(folder.FullName, "ProposalSearch.sln")) && Directory.Exists(samples))
            {
                return samples;
            }
        }

        return null;
    }
}
