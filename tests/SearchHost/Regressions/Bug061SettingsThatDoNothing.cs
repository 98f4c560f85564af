using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>A misspelt setting, one value where a list was wanted, and an empty folder were passed over in silence.</summary>
public sealed class Bug061SettingsThatDoNothing
{
    [Fact]
    public async Task Start_SettingsThatNothingReads_EndsWithAllOfThem()
    {
        var (code, output, error) = await ProgramTests.RunAsync(
            ["--source", ProgramTests.Seeds, "--index", "", "--urls", "http://127.0.0.1:0"],
            ("ProposalSearch__MaxQuerryLength", "500"),
            ("ProposalSearch__AllowedOrigins", "https://archive.example.org"));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Did you mean MaxQueryLength?", error);
        Assert.Contains("ProposalSearch:AllowedOrigins is a list", error);
        Assert.Contains("--index on the command line is empty", error);
        Assert.Equal(4, error.Trim().Split('\n').Length);
    }
}
