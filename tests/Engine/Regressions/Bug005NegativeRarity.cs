using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A stop word is in the exact form of documents that have no words to count; where most were such, its score was negative.
/// </summary>
public sealed class Bug005NegativeRarity
{
    [Fact]
    public void Search_StopWordInMoreDocumentsThanHaveWords_ScoresMoreThanNothing()
    {
        using var index = TestIndex.OfTexts("the the", "the", "of the", "the college");
        var query = new TermQuery(TermForm.Exact, "the");
        var hits = index.Snapshot.Search(query, new SearchOptions()).Hits;

        Assert.Equal(4, hits.Count);
        Assert.All(hits, hit => Assert.True(hit.Score > 0));
        Assert.Equal(hits, index.Snapshot.Search(query, new SearchOptions { Count = false, PruneFrom = 0 }).Hits);
    }
}
