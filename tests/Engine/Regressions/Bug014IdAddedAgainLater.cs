using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>An update took a document whose id the index had already, and both were found.</summary>
public sealed class Bug014IdAddedAgainLater
{
    [Fact]
    public void Update_AddOfAnIdThatIsThere_IsRefused()
    {
        using var index = TestIndex.OfTexts("one", "two");
        using var writer = IndexWriter.Update(index.Folder, index.Snapshot.Settings);

        Assert.Contains("\"1\"", Assert.Throws<ArgumentException>(() => writer.Add(TestIndex.Document("1", "three"))).Message, StringComparison.Ordinal);
        Assert.True(writer.Delete("1"));
        writer.Add(TestIndex.Document("1", "three"));
    }
}
