using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>The statistics counted a term once for each segment that has it.</summary>
public sealed class Bug027TermsOfSeveralSegments
{
    [Fact]
    public void TermCount_TermInTwoSegments_CountsOnce()
    {
        using var index = TestIndex.InParts(
            new IndexSettings(),
            [
                [TestIndex.Document("a", "college gardens")], [TestIndex.Document("b", "the gardens")],
                [TestIndex.Document("c", "zebra college")],
            ]);
        using var whole = TestIndex.OfTexts("college gardens", "the gardens", "zebra college");

        Assert.Equal(3, index.Snapshot.Manifest.Segments.Count);
        Assert.Equal(3 + 4, whole.Snapshot.TermCount());
        Assert.Equal(3 + 4, index.Snapshot.TermCount());
    }

    [Fact]
    public void TermCount_FormThatIsNotKept_CountsTheOther()
    {
        using var index = TestIndex.Of(new IndexSettings { Forms = TermForms.Exact }, TestIndex.Document("a", "the gardens"));

        Assert.Equal(2, index.Snapshot.TermCount());
    }
}
