using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// Templates whose names say what they are a template of were proposals; so were licences, and notes for programs that write.
/// </summary>
public sealed class Bug564TemplatesOfWhatLiesBeside
{
    [Theory]
    [InlineData("spring-template.md", "spring/a.md", "autumn/b.md")]
    [InlineData("2019.1-template.md", "2019.1/approved/a.md", "2019.2/b.md")]
    [InlineData("POND-0-Template.md", "pond-1-reeds.md", "pond-2-boxes.md")]
    [InlineData("a/rfc-NNNN.md", "rfc-0001.md", "rfc-0002.md")]
    [InlineData("a/LICENSE.md", "a/boxes.md", "b/reeds.md")]
    [InlineData("CLAUDE.md", "boxes.md", "reeds.md")]
    [InlineData("NNNN-pond-template/README.md", "1-a/README.md", "2-b/README.md")]
    public void Run_ATemplate_IsLeftOutAndNamed(string template, string first, string second)
    {
        var report = Run(template, first, second);

        Assert.Equal(2, report.Indexed);
        Assert.Contains(report.Warnings, warning => warning.Path == template && warning.LeavesOut);
    }

    [Theory]
    [InlineData("boxes-template.md", "reeds/a.md", "autumn/b.md")]
    [InlineData("summer-template.md", "spring-2.md", "autumn-3.md")]
    [InlineData("pond-0-boxes.md", "pond-1-reeds.md", "pond-2-boxes.md")]
    [InlineData("xxl-boxes.md", "boxes.md", "reeds.md")]
    public void Run_AProposal_IsNone(string path, string first, string second) => Assert.Equal(3, Run(path, first, second).Indexed);

    [Fact]
    public void Run_ATemplateInTwoFiles_IsLeftOut()
    {
        using var archive = new TemporaryArchive();
        foreach (var folder in (string[])["1-reeds", "2-boxes", "3-nets", "NNNN-pond-template"])
        {
            archive.Write($"{folder}/pond.yaml", $"title: {folder}\nstatus: open\n")
                .Write($"{folder}/README.md", "# Words\n\nWe build it.\n");
        }

        var (report, index) = archive.Run();

        Assert.Equal(["1-reeds", "2-boxes", "3-nets"], index.Added.Select(static proposal => proposal.Id).Order());
        Assert.Equal(2, report.Warnings.Count(static warning => warning.LeavesOut));
    }

    private static IndexingReport Run(params string[] paths)
    {
        using var archive = new TemporaryArchive();
        foreach (var path in paths)
        {
            archive.Write(path, $"# The {path.Replace('/', ' ')}\n\nWe build it.\n");
        }

        return archive.Run().Report;
    }
}
