using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A document that was refused had already taken the place of the one with its id.</summary>
public sealed class Bug024PutThatIsRefused
{
    [Fact]
    public void Put_DocumentIsRefused_LeavesTheOneThatWasThere()
    {
        using var index = TestIndex.OfTexts("one", "two");
        index.Change(writer => Assert.ThrowsAny<ArgumentException>(() => writer.Put(TestIndex.Labelled("0", (-1, "other")))));

        Assert.True(index.Snapshot.TryFind("0", out var document));
        Assert.Equal("one", index.Snapshot.Document(document).Text(0));
    }
}
