using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Nobody was told of files of a kind that is not read, though they were most of an archive.</summary>
public sealed class Bug180FilesOfKindsThatAreNotRead
{
    [Fact]
    public void Run_FilesOfOtherKinds_AreCountedByTheirEndings()
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", "---\ntitle: A\n---\n").Write("x/b.PDF", "%PDF").Write("c.pdf", "%PDF").Write("d.docx", "PK")
            .Write("Makefile", "all:\n").Write(".hidden/e.pdf", "%PDF");

        Assert.Equal([(".pdf", 2), ("", 1), (".docx", 1)], archive.Run().Report.PassedOver);
    }

    [Fact]
    public void Run_FilesThatAreExcluded_AreNotCounted()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\ntitle: A\n---\n").Write("scans/b.pdf", "%PDF");
        var options = new IndexingOptions(archive.Path, "unused", null) { Exclude = ["scans"] };

        Assert.Empty(BlockingCalls.RunPipeline(options, new RecordingBackend().Backend, TimeProvider.System).PassedOver);
    }
}
