using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Addresses;

public sealed class SearchAddressTests : IDisposable
{
    private readonly TemporaryIndex _index = new([], SampleArchive.Metadata);

    private IndexSnapshot Snapshot => new(_index.Index);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Of_Defaults_IsThePathAlone()
    {
        Assert.Equal("/v1/search", SearchAddress.Of("/v1/search", new SearchQuery { Request = new SearchRequest() }).ToString());
    }

    [Theory]
    [InlineData("year=2016&q=a&year=2015", "q=a&year=2015&year=2016")]
    [InlineData("sort=title&in=need&match=any&q=a", "q=a&match=any&in=need&sort=title")]
    [InlineData("year=2015..&exclude.category=x&category=b&category=a", "category=a&category=b&exclude.category=x&year=2015..")]
    [InlineData("filter.sort=quick&sort=newest", "filter.sort=quick&sort=newest")]
    [InlineData(
        "facets=&snippets=0&snippet_length=100&facet_size=5&explain=1&per_page=20",
        "per_page=20&facets=&facet_size=5&snippets=0&snippet_length=100&explain=true")]
    [InlineData("keywords=a%26b%20c", "q=a%26b+c")]
    public void Of_Request_HasOneForm(string query, string canonical)
    {
        Assert.Equal("/s?" + canonical, Address(query).ToString());
        Assert.Equal("/s?" + canonical, Address(canonical).ToString());
    }

    [Fact]
    public void Of_RandomRequests_ReadBackAsThemselves()
    {
        string[] pieces =
        [
            "q=a+b", "q=%22c%22", "year=2015", "year=2016", "category=x%2Cy", "category=~missing", "exclude.area=z", "exclude.year=2013",
            "in=need", "in=title", "match=all", "sort=oldest", "per_page=3", "facets=year,area", "filter.sort=q",
        ];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var query = string.Join('&', pieces.Where(_ => random.Next(3) == 0).OrderBy(_ => random.Next()));
            var address = Address(query).ToString();

            Assert.True(address == Address(address[2..].TrimStart('?')).ToString(), $"seed {seed}: {query}");
        }
    }

    [Fact]
    public void Page_One_IsTheQueryItself()
    {
        Assert.Equal("/s?q=a", Address("q=a&page=7").Page(1));
        Assert.Equal("/s?q=a&page=3", Address("q=a&page=7").Page(3));
    }

    [Fact]
    public void Adding_BesideARange_TakesItsPlace()
    {
        var query = Query("q=a&year=2015..2016");
        var facets = new FacetAddress(SearchAddress.Of("/s", query), query.Request.Filters);

        Assert.Equal("/s?q=a&year=2014", facets.Adding("year", "2014"));
        Assert.Equal("/s?q=a", facets.Clearing());
    }

    [Theory]
    [InlineData("2015/level up", "/proposals/2015/level%20up")]
    [InlineData("a\"><script>/ä?#%", "/proposals/a%22%3E%3Cscript%3E/%C3%A4%3F%23%25")]
    public void Page_Id_KeepsItsSlashes(string id, string address)
    {
        Assert.Equal(address, ProposalAddress.Page("", id));
    }

    private SearchAddress Address(string query) => SearchAddress.Of("/s", Query(query));

    private SearchQuery Query(string query)
    {
        var parameters = ParameterSet.FromQueryString(query);
        var reading = SearchParameters.Read(parameters, Snapshot, new SearchHostOptions(), others: [], lenient: false);
        return reading.Query ?? throw new InvalidOperationException(query);
    }
}
