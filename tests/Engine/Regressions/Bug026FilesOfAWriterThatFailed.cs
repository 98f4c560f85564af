using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Where the second file of a segment could not be begun, the first one stayed open until the garbage collector came by.</summary>
public sealed class Bug026FilesOfAWriterThatFailed
{
    private static readonly string[] Suffixes =
    [
        "documents", "document-index", "settings", "ids", "columns", "lengths", "stemmed-terms", "stemmed-postings", "stemmed-positions",
        "exact-terms",
        "exact-postings", "exact-positions",
    ];

    public static TheoryData<string> Names => [.. Suffixes.Select(suffix => $"s1.{suffix}"), .. Suffixes.Select(suffix => $"t1.{suffix}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Commit_AFileCannotBeBegun_LeavesNoneOpen(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(name));
        var chunkBytes = name[0] == 't' ? 1 : (long?)null;
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings(), chunkBytes))
        {
            writer.Add(TestIndex.Document("a", "one"));
            Assert.Equal(folder.File(name), Assert.Throws<IndexWriteException>(() => writer.Commit()).Path);
        }

        FolderContent.AssertNoHandles(folder);
        Assert.Equal([WriterLock.FileName], folder.FileNames());
    }
}
