namespace ProposalSearch.Proposals.Sources;

/// <summary>How much a file may hold, whatever its format, so that a small file cannot grow to gigabytes of memory.</summary>
internal static class SourceLimits
{
    /// <summary>How deep lists and mappings may nest.</summary>
    public const int DeepestNesting = 64;

    /// <summary>How many values a file may hold, those of aliases counted wherever they are used.</summary>
    public const int MostValues = 4_000_000;

    /// <summary>How many characters the values of aliases may come to, counted wherever they are used.</summary>
    public const int MostAliasCharacters = 64 << 20;

    /// <summary>What is said of a file with more values.</summary>
    public static string TooManyValues { get; } = $"The file holds more than {MostValues} values.";

    /// <summary>What to do with a file that has too many values.</summary>
    public const string SplitIt = "Split the file.";
}
