using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

public sealed class WorkOfTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("poverty in south la", false)]
    [InlineData("How will you measure success?", false)]
    [InlineData("educat* povrety~ \"college success\"~3", false)]
    [InlineData("ed*", true)]
    [InlineData("*ty", true)]
    [InlineData("p?verty", true)]
    [InlineData("aaaa* bbbb* cccc* dddd*", true)]
    public void Search_Text_IsExpensiveByItsPatterns(string text, bool isExpensive)
    {
        Assert.Equal(isExpensive ? Work.Expensive : Work.Ordinary, WorkOf.Search(new SearchRequest { Text = text }));
    }

    [Fact]
    public void Search_MuchAskedFor_IsExpensive()
    {
        var ordinary = new SearchRequest { Text = "poverty", PerPage = 20 };
        SearchRequest[] expensive =
        [
            ordinary with { Explain = true },
            ordinary with { Text = new string('a', 201) },
            ordinary with { PerPage = 100 },
            ordinary with { Snippets = 20 },
            ordinary with { Page = 51 },
            ordinary with { FacetSize = 1_001 },
            ordinary with { Filters = [new FacetFilter("a") { Exclude = [.. Enumerable.Range(0, 51).Select(value => $"{value}")] }] },
        ];

        Assert.Equal(Work.Ordinary, WorkOf.Search(ordinary));
        Assert.All(expensive, request => Assert.Equal(Work.Expensive, WorkOf.Search(request)));
    }
}
