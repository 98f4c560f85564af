using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A writer that was disposed without a commit left its segments in the folder until the next writer came.</summary>
public sealed class Bug012FilesOfAWriterThatGaveUp
{
    [Fact]
    public void Dispose_WithoutCommit_LeavesTheOldIndexAndNoFile()
    {
        using var index = TestIndex.OfTexts("old");
        var before = index.Files();
        foreach (var chunk in new[] { 1L, 1_000_000L })
        {
            using var writer = IndexWriter.Create(index.Folder, new IndexSettings(), chunk);
            writer.Add(TestIndex.Document("new", "new words"));
            writer.Add(TestIndex.Document("newer", "newer words"));
        }

        Assert.Equal(before, index.Files());
    }
}
