using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The start page of the three seeds offered "getting help"; trends began with an empty box and nothing else; and the page about the search
/// showed how to ask with words that the archive does not have.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class Bug735GettingHelp(HostFixture fixture)
{
    [Fact]
    public void Phrases_WordOfAShortStem_SayNothing()
    {
        var phrases = new CommonPhrases([], static word => word.Replace("ting", "", StringComparison.Ordinal));
        phrases.Add(["people keep getting help with healthy food"]);
        phrases.Add(["getting help or healthy food"]);

        Assert.Equal(["healthy food"], phrases.Pairs);
    }

    [Fact]
    public async Task Trends_NothingAsked_HaveQueriesToBeginWith()
    {
        var page = await fixture.Host.PageAsync("/trends?category=connect");
        var links = page.QuerySelectorAll(".examples a").Select(static link => link.GetAttribute("href")!).ToList();

        Assert.InRange(links.Count, 2, 5);
        Assert.All(links, static link => Assert.StartsWith("/trends?category=connect&q=", link, StringComparison.Ordinal));
        var trend = await fixture.Host.PageAsync(links[^1]);
        Assert.Equal(links.Count - 1, trend.QuerySelectorAll(".legend li").Length);
    }

    [Fact]
    public async Task About_WaysToAsk_FindSomethingWhereTheyAreLinks()
    {
        var page = await fixture.Host.PageAsync("/about");
        var links = page.QuerySelectorAll(".help a").ToList();

        Assert.Equal(6, page.QuerySelectorAll(".help th").Length);
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var found = await fixture.Host.PageAsync(link.GetAttribute("href")!);
            Assert.True(found.QuerySelectorAll("ol.hits h2").Length > 0, SearchPageTests.Text(link));
        }
    }
}
