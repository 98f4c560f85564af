using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A phrase that begins with a stop word, which the stemmed form leaves out, begins before its first word. Where that is before the
/// section, the section was not recognised and its weight did not count.
/// </summary>
public sealed class Bug006WeightOfAPhraseWithAHoleAtItsStart
{
    [Fact]
    public void Search_PhraseAtTheStartOfASection_ScoresAsWithoutTheHole()
    {
        var settings = new IndexSettings { SectionWeights = [5, 1] };
        using var index = TestIndex.Of(
            settings, TestIndex.Labelled("light", (1, "school garden")), TestIndex.Labelled("heavy", (0, "school garden")));
        IReadOnlyList<RankedDocument> Hits(int hole, int slop) => index.Snapshot.Search(
            new PhraseQuery(TermForm.Stemmed, [new("school", hole), new("garden", hole + 1)], slop), new SearchOptions()).Hits;

        Assert.Equal(2, Hits(0, 0).Count);
        Assert.Equal(Hits(0, 0), Hits(1, 0));
        Assert.Equal(Hits(0, 2), Hits(1, 2));
    }
}
