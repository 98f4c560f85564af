using System.Net;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Years;

/// <summary>The figure of years above results. The sample archive has 2010 to 2013, 2015 to 2017, and a proposal without a year.</summary>
[Collection(HostCollection.Name)]
public sealed class YearCardTests(HostFixture fixture)
{
    [Fact]
    public async Task Figure_OfAQuery_HasEachYearWithinAllProposalsOfIt()
    {
        var page = await fixture.Host.PageAsync("/?q=families");
        var bars = page.QuerySelectorAll(".years li").Select(SearchPageTests.Text);

        Assert.Equal(
            ["2010: 0 of 6", "2011: 0 of 7", "2012: 0 of 7", "2013: 0 of 6", "–2014", "2015: 1 of 2", "2016: 1", "2017: 0 of 1"], bars);
        Assert.Equal("6 % of all proposals say families", SearchPageTests.Text(page.QuerySelector(".figure .head span")!));
        Assert.DoesNotContain("Year", page.QuerySelectorAll(".facet h3").Select(SearchPageTests.Text));
    }

    [Fact]
    public async Task Figure_AsATable_HasTheSameNumbers()
    {
        var page = await fixture.Host.PageAsync("/?q=families");
        var rows = page.QuerySelectorAll(".figure table tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(SearchPageTests.Text)));

        Assert.Equal("2014 0 0 –", rows.ElementAt(4));
        Assert.Equal("2015 1 2 50 %", rows.ElementAt(5));
    }

    [Fact]
    public async Task Figure_ABar_ChoosesItsYearAndTakesItBack()
    {
        var page = await fixture.Host.PageAsync("/?q=plain&year=2011");
        var (other, same) = (Bar(page, "2012"), Bar(page, "2011"));

        Assert.Equal("/?q=plain&year=2011&year=2012", other.GetAttribute("href"));
        Assert.Equal("/?q=plain", same.GetAttribute("href"));
        Assert.Equal("2011: 7 (chosen, remove)", SearchPageTests.Text(same));
        Assert.Equal("on", same.ParentElement!.ClassName);
        Assert.Equal("off", other.ParentElement!.ClassName);
    }

    [Theory]
    [InlineData("from.year=2012&to.year=2015", "year=2012..2015")]
    [InlineData("from.year=2015&to.year=2012", "year=2012..2015")]
    [InlineData("from.year=2012&to.year=", "year=2012..")]
    [InlineData("from.year=2012&to.year=2012&year=2016", "year=2012..2012")]
    public async Task Form_FromYearToYear_LeadsToTheRange(string typed, string range)
    {
        using var answer = await fixture.Host.GetAsync("/?q=plain&" + typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/?q=plain&" + range, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Form_NoYears_IsTheSameSearch()
    {
        using var answer = await fixture.Host.GetAsync("/?q=plain&from.year=&to.year=");

        Assert.Equal("/?q=plain", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Form_WhatIsNoYear_IsAFault()
    {
        using var answer = await fixture.Host.GetAsync("/?q=plain&from.year=soon&to.year=2012");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Form_OfASearch_KeepsAllButTheYears()
    {
        var page = await fixture.Host.PageAsync("/?q=plain&year=2011&exclude.area=X&sort=title");
        var form = page.QuerySelector("form.range")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(one => one.GetAttribute("name") + "=" + one.GetAttribute("value"));

        Assert.Equal(["q=plain", "exclude.area=X", "sort=title"], hidden);
        Assert.Equal(["2011", "2011"], form.QuerySelectorAll("option[selected]").Select(option => option.TextContent));
    }

    [Fact]
    public async Task Figure_ProposalsWithoutAYear_AreCounted()
    {
        var page = await fixture.Host.PageAsync("/proposals");

        Assert.Equal("1 states no year", SearchPageTests.Text(page.QuerySelector(".missing-years a")!));
        Assert.Equal("/?year=~missing", page.QuerySelector(".missing-years a")!.GetAttribute("href"));
    }

    private static IElement Bar(IDocument page, string year) => page.QuerySelector($".years a[data-year='{year}']")!;
}
