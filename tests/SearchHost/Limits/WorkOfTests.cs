using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

public sealed class WorkOfTests
{
    [Theory]
    [InlineData("", Work.Ordinary)]
    [InlineData("poverty in south la", Work.Ordinary)]
    [InlineData("How will you measure success?", Work.Ordinary)]
    [InlineData("educat* povrety~ \"college success\"~3", Work.Ordinary)]
    [InlineData("ed*", Work.Dear)]
    [InlineData("*ty", Work.Dear)]
    [InlineData("p?verty", Work.Dear)]
    [InlineData("aaaa* bbbb* cccc* dddd*", Work.Dear)]
    public void Search_Text_IsDearByItsPatterns(string text, Work work)
    {
        Assert.Equal(work, WorkOf.Search(new SearchRequest { Text = text }));
    }

    [Fact]
    public void Search_MuchAskedFor_IsDear()
    {
        var ordinary = new SearchRequest { Text = "poverty", PerPage = 20 };
        SearchRequest[] dear =
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
        Assert.All(dear, request => Assert.Equal(Work.Dear, WorkOf.Search(request)));
    }
}
