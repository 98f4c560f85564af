using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>
/// Phrases compare positions that fit 20 bits; behind the millionth word of a document they are looked for one document at a time.
/// </summary>
public sealed class LongDocumentTests
{
    private const int MoreThanFit = 1_100_000;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Search_PhraseBehindTheMillionthWord_IsFoundThereAndInShortDocuments(int slop)
    {
        var filling = string.Concat(Enumerable.Repeat("x ", MoreThanFit));
        using var index = TestIndex.OfTexts(
            "our school garden grows", $"garden school {filling} a school garden", $"school {filling} garden", "garden of a school");
        var query = new PhraseQuery(TermForm.Exact, [new("school", 0), new("garden", 1)], slop);

        Assert.Equal(2, index.Snapshot.Search(query, new SearchOptions()).Total);
        Assert.Single(index.Snapshot.Search(new ScopeQuery(query, new HashSet<int> { 0 }), new SearchOptions { Top = 1 }).Hits);
    }

    [Fact]
    public void Search_PhraseWiderThanAKeyHasRoomFor_IsFound()
    {
        const int Apart = 5000;
        using var index = TestIndex.OfTexts(
            $"school {string.Concat(Enumerable.Repeat("x ", Apart - 1))} garden",
            $"school {string.Concat(Enumerable.Repeat("x ", Apart))} garden");
        var query = new PhraseQuery(TermForm.Exact, [new("school", 0), new("garden", Apart)], 0);

        Assert.Equal(1, index.Snapshot.Search(query, new SearchOptions()).Total);
    }
}
