using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Years and places among the words of a query, offered as filters.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("poverty 2014", "year=2014 poverty 2")]
    [InlineData("2014 poverty", "year=2014 poverty 2")]
    [InlineData("garden in south la", "area=South LA garden in 1")]
    [InlineData("SOUTH LA 2014 poverty", "area=South LA 2014 poverty 1;year=2014 SOUTH LA poverty 2")]
    [InlineData("2014", "year=2014  5")]
    [InlineData("poverty", "")]
    [InlineData("poverty 1914", "")]
    [InlineData("poverty year:2014", "")]
    [InlineData("\"south la\" poverty", "")]
    [InlineData("poverty -2014", "")]
    public async Task SuggestedFilters_OfValuesAmongTheWords_AreOfferedWithTheirCounts(string text, string expected)
    {
        var response = await Search(Corpus(), text);
        var told = response.SuggestedFilters.Select(filter => $"{filter.Field}={filter.Value} {filter.Text} {filter.Count}");

        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries), told);
        foreach (var filter in response.SuggestedFilters)
        {
            var filters = new[] { new FacetFilter(filter.Field) { Include = [filter.Value] } };
            Assert.Equal(filter.Count, (await Search(Corpus(), new SearchRequest { Text = filter.Text, Filters = filters })).Total);
        }
    }

    [Fact]
    public async Task SuggestedFilters_OfAFieldThatIsFiltered_AreNone()
    {
        var request = new SearchRequest { Text = "poverty 2014", Filters = [new FacetFilter("year") { Include = ["2015"] }] };

        Assert.Empty((await Search(Corpus(), request)).SuggestedFilters);
    }
}
