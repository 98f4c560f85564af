using System.Text.Json;
using ProposalSearch.SearchHost.Algolia;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Algolia;

public sealed class AlgoliaConditionsTests
{
    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"facetFilters": []}""", "")]
    [InlineData("""{"facetFilters": ["category:learn"]}""", "category:\"learn\"")]
    [InlineData("""{"facetFilters": "category:learn"}""", "category:\"learn\"")]
    [InlineData("""{"facetFilters": ["category:learn", "year:2015"]}""", "category:\"learn\" AND year:\"2015\"")]
    [InlineData("""{"facetFilters": [["category:learn", "category:live"], "year:2015"]}""",
        "(category:\"learn\" OR category:\"live\") AND year:\"2015\"")]
    [InlineData("""{"facetFilters": [["category:learn"]]}""", "category:\"learn\"")]
    [InlineData("""{"facetFilters": ["category:-play"]}""", "-category:\"play\"")]
    [InlineData("""{"facetFilters": ["-category:play"]}""", "-category:\"play\"")]
    [InlineData("""{"facetFilters": ["category:\\-play"]}""", "category:\"-play\"")]
    [InlineData("""{"facetFilters": ["area:East LA: \"the\" hills"]}""", "area:\"East LA:  the  hills\"")]
    [InlineData("""{"numericFilters": ["year>=2015", "year <= 2018"]}""", "year:>=2015 AND year:<=2018")]
    [InlineData("""{"numericFilters": ["year:2015 TO 2018"]}""", "year:2015..2018")]
    [InlineData("""{"numericFilters": [["year=2015", "year!=2018"]]}""", "(year:2015 OR -year:2018)")]
    [InlineData("""{"filters": "category:learn AND (year>=2015 OR NOT area:'East LA')"}""",
        "(category:learn AND (year:>=2015 OR -area:\"East LA\"))")]
    [InlineData("""{"params": "facetFilters=%5B%22category%3Alearn%22%5D&numericFilters=%5B%22year%3E2015%22%5D"}""",
        "category:\"learn\" AND year:>2015")]
    [InlineData("""{"facetFilters": ["category:live"], "params": {"facetFilters": ["category:learn"]}}""", "category:\"learn\"")]
    public void Of_FiltersOfAnyShape_AreConditionsOfOurLanguage(string request, string conditions)
    {
        using var document = JsonDocument.Parse(request);
        Assert.Equal(conditions, AlgoliaConditions.Of(new AlgoliaFields(document.RootElement)));
    }
}
