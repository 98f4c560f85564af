using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Templates called after a folder of what is made of them, with the number of its kind, were proposals.</summary>
public sealed class Bug710TemplatesOfOneKind
{
    [Theory]
    [InlineData("POND13/POND13c3-Subproposal-Template.md", "POND13/POND13c3-Subproposals/a.md")]
    [InlineData("General-Proposal-Template.md", "b.md")]
    public void Run_ATemplate_IsLeftOut(string template, string other)
    {
        using var archive = Of(template, other, "c.md");
        var (report, index) = archive.Run();

        Assert.Equal(2, index.Added.Count);
        Assert.Equal(template, Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Theory]
    [InlineData("POND13/POND14-Template.md", "POND13/POND13c3-Subproposals/a.md")]
    [InlineData("boxes-template.md", "nets-proposals/a.md")]
    public void Run_AProposalAboutTemplates_IsRead(string path, string other)
    {
        using var archive = Of(path, other, "c.md");

        Assert.Equal(3, archive.Run().Index.Added.Count);
    }

    private static TemporaryArchive Of(params string[] paths)
    {
        var archive = new TemporaryArchive();
        Array.ForEach(paths, path => archive.Write(path, $"# Pond {path}\n\nWe dig it in spring.\n"));
        return archive;
    }
}
