using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A merge that could not write threw an error of tasks, which nobody who waits for an error of the index catches.</summary>
public sealed class Bug021FullDiskInAMerge
{
    [Theory]
    [InlineData("s1.stemmed-terms")]
    [InlineData("s1.exact-positions")]
    [InlineData("s1.documents")]
    public void Commit_MergeCannotWrite_IsAnErrorOfTheIndex(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(name));
        using var writer = IndexWriter.Create(folder.Path, new IndexSettings(), 1);
        writer.Add(TestIndex.Document("a", "one"));
        writer.Add(TestIndex.Document("b", "two"));

        Assert.Equal(folder.File(name), Assert.Throws<IndexWriteException>(() => writer.Commit()).Path);
    }
}
