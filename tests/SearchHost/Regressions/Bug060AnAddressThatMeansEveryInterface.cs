using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The server took an address that it did not understand for every interface of the machine, and the program listened there without a word.
/// </summary>
public sealed class Bug060AnAddressThatMeansEveryInterface
{
    [Theory]
    [InlineData("http://127.0.0.1:80a")]
    [InlineData("http://archive.example.org:0")]
    public async Task Start_AddressThatIsNone_EndsBeforeAnythingIsListenedOn(string address)
    {
        var never = Path.Combine(Path.GetTempPath(), "proposalsearch-never");
        var (code, output, error) = await ProgramTests.RunAsync(["--source", ProgramTests.Seeds, "--index", never, "--urls", address]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"--urls on the command line is '{address}': ", error);
        Assert.Single(error.Trim().Split('\n'));
    }
}
