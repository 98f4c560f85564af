using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>A test in a browser: skipped, with the reason, where there is none; with CI=true it runs, and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip = Chromium.Absent;
        }
    }
}

/// <summary>The same for tests with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip = Chromium.Absent;
        }
    }
}

/// <summary>The browser of this machine.</summary>
public static class Chromium
{
    public const string Variable = "PROPOSALSEARCH_CHROMIUM";

    public const string Absent = $"needs Chromium: install it (apt-get install chromium), or name its program in {Variable}";

    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";

    public static string? Path { get; } = Find();

    private static string? Find()
    {
        string?[] places =
        [
            Environment.GetEnvironmentVariable(Variable), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        ];
        return places.FirstOrDefault(File.Exists);
    }
}
