using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class FormatVersionTests
{
    /// <summary>Byte 9 of every file is the version of the format.</summary>
    private const int VersionAt = 9;

    [Fact]
    public void Open_IndexOfTheVersionBefore_SaysSoAndAWriterBuildsAnew()
    {
        using var index = TestIndex.OfTexts("one", "two");
        foreach (var (name, bytes) in index.Files())
        {
            Assert.Equal(FileFrame.Version, bytes[VersionAt]);
            bytes[VersionAt]--;
            File.Delete(Path.Combine(index.Folder, name));
            File.WriteAllBytes(Path.Combine(index.Folder, name), bytes);
        }

        var error = Assert.Throws<IndexVersionException>(() => IndexSnapshot.Open(index.Folder));
        Assert.Equal((2, 1), (error.Expected, error.Actual));
        Assert.Contains("an older program wrote it. Build the index again", error.Message, StringComparison.Ordinal);

        using (var writer = IndexWriter.Create(index.Folder, new IndexSettings()))
        {
            writer.Add(TestIndex.Document("a", "three"));
            writer.Commit();
        }

        using var now = IndexSnapshot.Open(index.Folder);
        Assert.Equal(1, now.DocumentCount);
        Assert.Equal(["manifest", .. now.Manifest.AllFiles.Select(file => file.Name).Order(StringComparer.Ordinal)], index.Files().Keys);
    }
}
