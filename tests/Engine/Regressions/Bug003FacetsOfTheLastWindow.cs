using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Counting dense matches looked behind the last document where an index ends within a window of 4,096, and threw.</summary>
public sealed class Bug003FacetsOfTheLastWindow
{
    [Theory]
    [InlineData(1, 63)]
    [InlineData(1, 130)]
    [InlineData(2, 1000)]
    public void Search_EveryDocumentMatches_CountsValuesToTheLastDocument(int values, int documents)
    {
        using var index = TestIndex.Of([.. Enumerable.Range(0, documents).Select(i => Valued(i, values))]);
        var facet = index.Snapshot.Search(new AllQuery(), new SearchOptions { Facets = ["year"] }).Facets[0];

        Assert.Equal(Enumerable.Range(0, values).Select(value => (long)(documents / values)), facet.Values.Select(value => value.Value));
        Assert.Equal(0, facet.Missing);
    }

    private static IndexDocument Valued(int number, int values)
    {
        var document = TestIndex.Document($"{number}", "a word");
        document.Values.Add(("year", $"{number % values}"));
        return document;
    }
}
