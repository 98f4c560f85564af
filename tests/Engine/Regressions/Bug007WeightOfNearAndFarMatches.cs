using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Matches of a sloppy phrase in several sections all took the average weight, however many moves each needed.</summary>
public sealed class Bug007WeightOfNearAndFarMatches
{
    [Fact]
    public void Search_ExactInTheHeavySection_ScoresMoreThanExactInTheLightOne()
    {
        var settings = new IndexSettings { SectionWeights = [5, 1] };
        const string Exact = "school garden", Apart = "school of the garden";
        using var index = TestIndex.Of(
            settings, TestIndex.Labelled("light", (0, Apart), (1, Exact)), TestIndex.Labelled("heavy", (0, Exact), (1, Apart)));
        var query = new PhraseQuery(TermForm.Exact, [new("school", 0), new("garden", 1)], 2);

        Assert.Equal(["heavy", "light"], index.Ids(index.Snapshot.Search(query, new SearchOptions())));
    }
}
