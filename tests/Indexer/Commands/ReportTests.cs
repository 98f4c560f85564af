using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary>What the report says of what is in no proposal.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Build_FilesLeftOut_StandApartFromWarningsThatLostNothing()
    {
        using var console = new Console()
            .Write("source/a.md", "---\ntitle: A\n---\n").Write("source/_template.md", "---\ntitle: T\n---\n").Write("source/b.md", "");

        Assert.Equal(0, console.Build());
        var lines = console.Out.Split('\n').ToList();
        var left = lines.IndexOf("Left out, and in no proposal:");
        var warned = lines.IndexOf("Warnings, nothing lost:");
        Assert.StartsWith("  _template.md: ", lines[left + 1], StringComparison.Ordinal);
        Assert.StartsWith("  b.md: ", lines[warned + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FilesOfOtherKinds_AreCounted()
    {
        using var console = new Console()
            .Write("source/a.md", "---\ntitle: A\n---\n").Write("source/b.pdf", "%PDF").Write("source/c.png", "").Write("source/d.png", "");

        Assert.Equal(0, console.Build());
        Assert.Contains("Passed over 3 files of kinds that are not read (.png 2, .pdf 1)", console.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Most files", console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MostTextsOfOtherKinds_IsSaidLoudly()
    {
        using var console = new Console()
            .Write("source/a.md", "---\ntitle: A\n---\n").Write("source/b.docx", "PK").Write("source/c.docx", "PK");

        Assert.Equal(0, console.Build());
        Assert.Contains("Most files are of kinds that are not read: .docx.", console.Out, StringComparison.Ordinal);
    }
}
