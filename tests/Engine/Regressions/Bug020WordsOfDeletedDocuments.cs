using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>The statistics went from document 0 to the number of documents left: deleted ones were counted, and the last were not.</summary>
public sealed class Bug020WordsOfDeletedDocuments
{
    [Fact]
    public void TokenCount_DocumentsDeleted_CountsTheWordsOfThoseThatAreLeft()
    {
        using var index = TestIndex.OfTexts("one", "two of these", "three of these words");
        Assert.Equal(8, index.Snapshot.TokenCount());

        index.Change(writer => Assert.True(writer.Delete("1")));
        Assert.Equal((2, 5L), (index.Snapshot.DocumentCount, index.Snapshot.TokenCount()));
        index.Change(writer => writer.Put(TestIndex.Document("0", "one more time")));
        Assert.Equal((2, 7L), (index.Snapshot.DocumentCount, index.Snapshot.TokenCount()));
    }
}
