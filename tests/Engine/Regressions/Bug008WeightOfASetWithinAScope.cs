using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A prefix searched within some sections ignored what they weigh; without a scope it did not.</summary>
public sealed class Bug008WeightOfASetWithinAScope
{
    [Fact]
    public void Search_PrefixWithinAllSections_ScoresAsWithoutAScope()
    {
        var settings = new IndexSettings { SectionWeights = [5, 1] };
        using var index = TestIndex.Of(
            settings,
            TestIndex.Labelled("heavy", (0, "schooling"), (1, "a school")),
            TestIndex.Labelled("light", (1, "schools and schools")));
        var query = new PrefixQuery(TermForm.Exact, "school", TermSetScoring.Blended);
        var scoped = new ScopeQuery(query, new HashSet<int> { 0, 1 });

        Assert.Equal(index.Snapshot.Search(query, new SearchOptions()).Hits, index.Snapshot.Search(scoped, new SearchOptions()).Hits);
    }
}
