using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>A block's impacts hold frequencies up to 65,534; what a greater one stands for must be bounded all the same.</summary>
public sealed class FrequentBeyondImpactsTests
{
    private const int Weight = 255;

    [Fact]
    public void Search_PrunedToTheBest_FindsTheDocumentThatHasTheTermMostOften()
    {
        var settings = new IndexSettings { SectionWeights = [Weight, 1] };
        var documents = Enumerable.Range(0, 300).Select(number => number switch
        {
            10 => Often("often", 275),
            290 => Often("most often", 300),
            _ => TestIndex.Labelled($"{number}", (1, "word")),
        });
        using var index = TestIndex.Of(settings, [.. documents]);
        var query = new TermQuery(TermForm.Exact, "word");

        Assert.Equal(["most often"], index.Ids(index.Snapshot.Search(query, new SearchOptions { Top = 1 })));
        Assert.Equal(["most often"], index.Ids(index.Snapshot.Search(query, new SearchOptions { Top = 1, Count = false, PruneFrom = 0 })));
    }

    /// <summary>300 words in a section that weighs most, so many of them the word.</summary>
    private static IndexDocument Often(string id, int times) =>
        TestIndex.Labelled(id, (0, string.Join(' ', Enumerable.Range(0, 300).Select(i => i < times ? "word" : "other"))));
}
