using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class SourceFolderTests
{
    [Fact]
    public void List_MixedTree_IsOrderedByStemAndSkipsWhatIsHiddenOrOfAnotherKind()
    {
        using var archive = new TemporaryArchive();
        foreach (var path in (string[])["b/z.md", "b/a.yml", "a.json", "a/x.csv", "a b.md", ".git/c.md", ".d.md", "e.png", "B.MD"])
        {
            archive.Write(path, "x");
        }

        Assert.Equal(
            ["B.MD", "a.json", "a b.md", "a/x.csv", "b/a.yml", "b/z.md"],
            SourceFolder.List(archive.Path).Files.Select(static file => file.RelativePath));
    }

    [Fact]
    public void List_LinksThatLoop_AreEnteredOnce()
    {
        using var archive = new TemporaryArchive().Write("real/a.md", "x");
        Directory.CreateSymbolicLink(Path.Combine(archive.Path, "real", "up"), archive.Path);
        Directory.CreateSymbolicLink(Path.Combine(archive.Path, "real", "self"), Path.Combine(archive.Path, "real"));
        File.CreateSymbolicLink(Path.Combine(archive.Path, "gone.md"), Path.Combine(archive.Path, "nowhere.md"));

        Assert.Equal(["gone.md", "real/a.md"], SourceFolder.List(archive.Path).Files.Select(static file => file.RelativePath));
        Assert.Single(SourceReader.Read(SourceFolder.List(archive.Path).Files[0]).Failed);
    }

    [Fact]
    public void List_AFile_IsThatFile()
    {
        using var archive = new TemporaryArchive().Write("x/a.md", "x");

        Assert.Equal("a.md", Assert.Single(SourceFolder.List(Path.Combine(archive.Path, "x", "a.md")).Files).RelativePath);
    }

    [Fact]
    public void List_Nothing_SaysWhatWasLookedForAndWhatToDo()
    {
        var failure = Assert.Throws<SourceUnavailableException>(static () => SourceFolder.List("/no/such/folder"));

        Assert.Contains("/no/such/folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void List_AFileOfAnotherKind_NamesTheKindsThatAreRead()
    {
        using var archive = new TemporaryArchive().Write("a.pdf", "x");
        var failure = Assert.Throws<SourceUnavailableException>(() => SourceFolder.List(Path.Combine(archive.Path, "a.pdf")));

        Assert.Contains(".yaml", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AFileBeyondTheLimit_IsRefusedUnread()
    {
        using var archive = new TemporaryArchive().Write("a.md", new string('x', 2000));
        var fault = Assert.Single(SourceReader.Read(SourceFolder.List(archive.Path).Files[0], limit: 1000).Failed);

        Assert.Contains("2000", fault.Cause, StringComparison.Ordinal);
        Assert.Contains("file_bytes", fault.Remedy, StringComparison.Ordinal);
    }
}
