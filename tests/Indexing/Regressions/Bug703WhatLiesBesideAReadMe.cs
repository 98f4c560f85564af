using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// Where proposals are read-mes, the rows of a register right beside one were proposals, and so were the notes of meetings; a workbook that
/// is left out could not be read.
/// </summary>
public sealed class Bug703WhatLiesBesideAReadMe
{
    [Theory]
    [InlineData("2-b/register.json", """[{"label": 17, "description": "A box of reed that floats."}, {"label": 18}]""")]
    [InlineData("2-b/measures.csv", "Depth,Remark\n2,The reeds are high here\n3,No herons were seen\n")]
    [InlineData("2-b/tests/one.yaml", "title: First\nnote: It must refuse a box of reed.\n")]
    public void Run_DataBesideAReadMeThatIsAProposal_BelongsToIt(string path, string text)
    {
        using var archive = Readmes().Write(path, text);
        var (report, index) = archive.Run();

        Assert.Equal(["1-a/README", "2-b/README", "3-c/README", "4-d/README"], index.Added.Select(static proposal => proposal.Id).Order());
        Assert.Equal(path, Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Fact]
    public void Run_AWorkbookBesideAReadMe_IsLeftOutAndDoesNotFail()
    {
        using var archive = Readmes().Write("2-b/measures.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 0, 0]);
        var (report, index) = archive.Run();

        Assert.Empty(report.Failed);
        Assert.Equal(4, index.Added.Count);
        Assert.Equal("2-b/measures.xlsx", Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Fact]
    public void Run_FilesOfOneNameBesideManyReadMes_AreKept()
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 8; at++)
        {
            archive.Write($"{at}/README.md", $"# Pond {at}\n\nWe dig it in spring.\n");
            _ = at > 3 ? archive : archive.Write($"{at}/more.yaml", $"title: More of {at}\nneed: Herons want a pond here.\n");
        }

        Assert.Equal(11, archive.Run().Index.Added.Count);
    }

    [Theory]
    [InlineData("BiweeklyMeetings/2021-03-04.md")]
    [InlineData("minutes/2021/2021-03-04-boxes.md")]
    [InlineData("actas/acta-2021-03.txt")]
    public void Run_NotesOfAMeetingBesideProposals_AreNone(string path)
    {
        using var archive = Readmes().Write(path, "We spoke of herons for an hour, and of boxes.\n");
        var (report, index) = archive.Run();

        Assert.Equal(4, index.Added.Count);
        Assert.Equal(path, Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Theory]
    [InlineData("meetings/boxes.md")]
    [InlineData("spring/2021-03-04.md")]
    public void Run_OtherFiles_AreProposals(string path)
    {
        using var archive = Readmes().Write(path, "We spoke of herons for an hour, and of boxes.\n");

        Assert.Equal(5, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_AnArchiveOfMeetings_IsRead()
    {
        using var archive = new TemporaryArchive()
            .Write("meetings/2021-03-04.md", "# Boxes\n\nWe spoke of herons.\n")
            .Write("meetings/2021-04-04.md", "# Nets\n\nWe spoke of nets.\n");

        Assert.Equal(2, archive.Run().Index.Added.Count);
    }

    private static TemporaryArchive Readmes() => new TemporaryArchive()
        .Write("1-a/README.md", "---\ntitle: Boxes\n---\nWe build boxes for herons.\n")
        .Write("2-b/README.md", "---\ntitle: Reeds\n---\nWe cut the reeds in spring.\n")
        .Write("3-c/README.md", "---\ntitle: Nets\n---\nWe mend the nets in winter.\n")
        .Write("4-d/README.md", "---\ntitle: Rafts\n---\nWe float a raft for terns.\n");
}
