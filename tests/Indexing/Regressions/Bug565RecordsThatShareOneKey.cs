using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// A record of two keys, such as the number of a proposal and who approved it, was a proposal because of the number; and so were examples
/// in folders below a proposal, if they had a name or a sentence.
/// </summary>
public sealed class Bug565RecordsThatShareOneKey
{
    [Fact]
    public void Run_ARecordWithTheNumberOfAnother_IsNoProposal()
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", "---\ntitle: Boxes\npond: 1\nstatus: open\n---\nWe build boxes for herons.\n")
            .Write("b.md", "---\ntitle: Reeds\npond: 2\nstatus: open\n---\nWe cut the reeds in spring.\n")
            .Write("reviews/1.yaml", "pond: 1\nsecond:\n  reviewer: '@ann'\n");
        var (report, index) = archive.Run();

        Assert.Equal(["Boxes", "Reeds"], index.Added.Select(static proposal => proposal.Title).Order());
        Assert.Equal("reviews/1.yaml", Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Fact]
    public void Run_DataBelowAReadMeThatIsAProposal_BelongsToIt()
    {
        using var archive = Readmes().Write("2-b/tests/one.json", """{"name": "first", "note": "It must refuse a box of reed."}""");
        var (report, index) = archive.Run();

        Assert.Equal(["1-a/README", "2-b/README", "3-c/README"], index.Added.Select(static proposal => proposal.Id).Order());
        var warning = Assert.Single(report.Warnings, static warning => warning.LeavesOut);
        Assert.Equal("2-b/tests/one.json", warning.Path);
        Assert.Contains("below a read-me", warning.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other/one.json")]
    public void Run_DataElsewhere_IsAProposal(string path)
    {
        using var archive = Readmes().Write(path, """{"title": "First", "note": "It must refuse a box of reed."}""");

        Assert.Equal(4, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_DataBelowMostReadMes_AreProposals()
    {
        using var archive = Readmes();
        foreach (var folder in (string[])["1-a", "2-b"])
        {
            archive.Write($"{folder}/entries/one.json", $$"""{"title": "{{folder}}", "note": "It must refuse a box of reed."}""");
        }

        Assert.Equal(5, archive.Run().Index.Added.Count);
    }

    private static TemporaryArchive Readmes() => new TemporaryArchive()
        .Write("1-a/README.md", "---\ntitle: Boxes\n---\nWe build boxes for herons.\n")
        .Write("2-b/README.md", "---\ntitle: Reeds\n---\nWe cut the reeds in spring.\n")
        .Write("3-c/README.md", "---\ntitle: Nets\n---\nWe mend the nets in winter.\n");
}
