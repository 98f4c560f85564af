using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>What lies in a repository beside its proposals.</summary>
public sealed class AboutFoldersTests
{
    [Fact]
    public void Run_ARepository_LeavesOutWhatIsNoProposalAndSaysSo()
    {
        using var archive = Archive();
        var (report, index) = archive.Run();

        Assert.Equal(["2015/a", "2015/b", "2015/readme", "2016/c/README"], index.Added.Select(static proposal => proposal.Id));
        Assert.Equal(
            ["2015/_template.md", "README.md", "_config.yml"],
            report.Warnings.Where(
                static warning => warning.Cause.Contains("left out", StringComparison.Ordinal)).Select(static warning => warning.Path));
        Assert.Empty(report.Failed);
    }

    [Fact]
    public void Run_AReadmeThatIsAlone_IsTheProposalAndHasTheNameOfItsFolder()
    {
        using var archive = Archive();

        Assert.Equal("C", archive.Run().Index.Added.Single(static proposal => proposal.Id == "2016/c/README").Title);
    }

    private static TemporaryArchive Archive() => new TemporaryArchive()
        .Write("README.md", "Proposals of many years.\n")
        .Write("_config.yml", "title: The archive\n")
        .Write("2015/_template.md", "---\ntitle: YOUR TITLE\n---\n")
        .Write("2015/a.md", "---\ntitle: A\n---\nA garden.\n")
        .Write("2015/b.md", "---\ntitle: B\n---\nA park.\n")
        .Write("2015/readme.md", "---\ntitle: Read me\n---\nA library that wants to be read.\n")
        .Write("2016/c/README.md", "A playground for number three.\n");
}
