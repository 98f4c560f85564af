using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The read-me of one folder was left out, and the notes beside it became a proposal, though all others were read.</summary>
public sealed class Bug178ReadmesThatAreTheProposals
{
    [Fact]
    public void Run_MostReadmesAreTheOnlyTextOfTheirFolder_SoAreTheOthersRead()
    {
        using var archive = new TemporaryArchive().Write("README.md", "Proposals of a board.\n");
        foreach (var name in new[] { "pond", "mill", "well" })
        {
            archive
                .Write($"{name}/README.md", $"# The {name}\n\n## Summary\n\nWater for number {name}.\n")
                .Write($"{name}/meta.yaml", "state: open\n");
        }

        archive.Write("mill/notes.md", "# Notes\n\nWheels.\n").Write("mill/more.md", "# More\n\nSails.\n");
        archive.Write("quay/README.md", "# The quay\n\nStones.\n");
        var (report, index) = archive.Run();

        Assert.Contains("The mill", index.Added.Select(static proposal => proposal.Title));
        var leftOut = report.Warnings.Where(static warning => warning.LeavesOut).Select(static warning => warning.Path);
        Assert.Equal(["README.md"], leftOut.Where(static path => path.EndsWith("README.md", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_ReadmesAmongProposals_AreStillAboutTheirFolders()
    {
        using var archive = new TemporaryArchive();
        foreach (var year in new[] { "2015", "2016", "2017" })
        {
            archive
                .Write($"{year}/README.md", "The call of that year.\n")
                .Write($"{year}/pond.yml", "title: Pond\n")
                .Write($"{year}/mill.yml", "title: Mill\n");
        }

        var (report, index) = archive.Run();

        Assert.Equal(6, index.Added.Count);
        Assert.Equal(3, report.Warnings.Count(static warning => warning.LeavesOut));
    }
}
