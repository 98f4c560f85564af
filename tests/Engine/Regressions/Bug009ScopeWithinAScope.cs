using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A scope within another one replaced it instead of narrowing it.</summary>
public sealed class Bug009ScopeWithinAScope
{
    [Fact]
    public void Search_ScopeWithinAScope_LooksInSectionsThatBothAllow()
    {
        using var index = TestIndex.Of(
            TestIndex.Labelled("0", (0, "school")), TestIndex.Labelled("1", (1, "school")), TestIndex.Labelled("2", (2, "school")));
        var inner = new ScopeQuery(new TermQuery(TermForm.Exact, "school"), new HashSet<int> { 1, 2 });
        var result = index.Snapshot.Search(new ScopeQuery(inner, new HashSet<int> { 0, 1 }), new SearchOptions());

        Assert.Equal(["1"], index.Ids(result));
        Assert.Equal(0, index.Snapshot.Explain(new ScopeQuery(inner, new HashSet<int> { 0, 1 }), [2])[0].Value);
    }
}
