using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A writer that could not look at the manifest when it was done threw, and kept the lock for as long as its process lived.
/// </summary>
public sealed class Bug025LockOfAWriterThatCannotCleanUp
{
    [Fact]
    public void Dispose_ManifestCannotBeRead_LetsOthersWrite()
    {
        using var folder = new TemporaryFolder();
        var writer = IndexWriter.Create(folder.Path, new IndexSettings());
        writer.Add(TestIndex.Document("a", "one"));
        var obstacle = Directory.CreateDirectory(folder.File(Manifest.FileName));
        writer.Dispose();
        obstacle.Delete();

        using var next = IndexWriter.Create(folder.Path, new IndexSettings());
        next.Add(TestIndex.Document("b", "two"));
        next.Commit();
        FolderContent.AssertNothingElse(folder);
    }

    [Fact]
    public void Create_ManifestCannotBeRead_LetsOthersWrite()
    {
        using var folder = new TemporaryFolder();
        var obstacle = Directory.CreateDirectory(folder.File(Manifest.FileName));
        Assert.ThrowsAny<Exception>(() => IndexWriter.Create(folder.Path, new IndexSettings()));
        obstacle.Delete();

        IndexWriter.Create(folder.Path, new IndexSettings()).Dispose();
    }
}
