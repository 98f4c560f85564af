using System.Net;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Pages.Trends;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Trends;

[Collection(HostCollection.Name)]
public sealed class TrendPageTests(HostFixture fixture)
{
    [Fact]
    public async Task Page_Queries_HaveTheirSharesOfEachYear()
    {
        var page = await fixture.Host.PageAsync("/trends?q=plain,+families");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(SearchPageTests.Text))).ToList();

        Assert.Equal(["plain", "families"], page.QuerySelectorAll(".legend a").Select(SearchPageTests.Text));
        Assert.Equal("2010 6 6 100.0 % 0 0.0 %", rows[0]);
        Assert.Equal("2015 2 0 0.0 % 1 50.0 %", rows[4]);
        Assert.Equal(7, rows.Count);
        Assert.Equal("/?q=families&year=2015", page.QuerySelector("tbody tr:nth-child(5) a")!.GetAttribute("href"));
        Assert.Equal("/trends.csv?q=plain&q=families", page.QuerySelector(".exports a")!.GetAttribute("href"));
        Assert.Equal("plain, families", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Figure_Lines_AreWholeBetweenYearsThatFollowEachOther()
    {
        var page = await fixture.Host.PageAsync("/trends?q=plain");
        var line = page.QuerySelector("svg.on-wide g.l0")!;

        Assert.Equal(7, line.QuerySelectorAll("circle").Length);
        Assert.Equal(6, line.QuerySelectorAll("path").Length);
        Assert.Single(line.QuerySelectorAll("path.gap"));
        Assert.NotNull(page.QuerySelector("svg.on-narrow g.l0"));
    }

    [Fact]
    public async Task Csv_OfQueries_HasTheSameNumbers()
    {
        using var answer = await fixture.Host.GetAsync("/trends.csv?q=plain&q=%3Dfamilies");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("year,proposals,plain,plain share,'=families,'=families share", lines[0]);
        Assert.Equal("2015,2,0,0.0000,1,0.5000", lines[5]);
    }

    [Fact]
    public async Task Page_WithinFilters_SaysSoAndLeadsOut()
    {
        var page = await fixture.Host.PageAsync("/trends?q=poverty&category=connect");
        var links = page.QuerySelectorAll("main p.quiet a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/?category=connect", "/trends?q=poverty"], links);
        Assert.Equal("/?category=connect&q=poverty", page.QuerySelector(".legend a")!.GetAttribute("href"));
        Assert.Equal("connect", page.QuerySelector("form input[type=hidden][name=category]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/trends", HttpStatusCode.OK, 0)]
    [InlineData("/trends?q=", HttpStatusCode.OK, 0)]
    [InlineData("/trends?q=zebra", HttpStatusCode.OK, 1)]
    [InlineData("/trends?q=a,b,c,d,e,f,g", HttpStatusCode.OK, 5)]
    [InlineData("/trends?q=plain&year=x", HttpStatusCode.BadRequest, 0)]
    [InlineData("/trends?q=plain&year=1900", HttpStatusCode.OK, 1)]
    [InlineData("/trends?q=%3Cscript%3E&page=x&utm_source=y", HttpStatusCode.OK, 1)]
    public async Task Page_AnyQueries_AreAnswered(string address, HttpStatusCode status, int lines)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal(status, page.StatusCode);
        Assert.Equal(lines, page.QuerySelectorAll(".legend li").Length);
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Theory]
    [InlineData("poverty, college", "poverty|college")]
    [InlineData("\"arts, culture\", music", "\"arts, culture\"|music")]
    [InlineData(" ,, poverty,POVERTY", "poverty")]
    [InlineData("\"open, quote", "\"open, quote")]
    [InlineData("", "")]
    public void Queries_OfAText_ArePartedByCommas(string text, string queries) =>
        Assert.Equal(queries, string.Join('|', TrendQueries.Of([new Parameter("q", text), new Parameter("year", "a,b")])));
}
