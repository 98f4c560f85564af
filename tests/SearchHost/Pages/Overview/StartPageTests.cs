using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Overview;

[Collection(HostCollection.Name)]
public sealed class StartPageTests(HostFixture fixture)
{
    [Fact]
    public async Task Start_OfTheArchive_SaysWhatItIsAndLeadsIn()
    {
        var page = await fixture.Host.PageAsync("/");

        Assert.Equal("31 proposals, 2010 to 2017", Text(page, "h1"));
        Assert.Equal("/?category=connect", page.QuerySelectorAll(".cards a").First(card => Said(card) == "Connect 2").GetAttribute("href"));
        Assert.Equal("/?area=Central+LA", page.QuerySelectorAll(".lines a").First(line => Said(line) == "Central LA").GetAttribute("href"));
        Assert.Equal(8, page.QuerySelectorAll(".years li").Length);
        Assert.Equal("/?year=2012", page.QuerySelector(".years a[data-year='2012']")!.GetAttribute("href"));
        Assert.Equal("/proposals", page.QuerySelector(".by-year .all a")!.GetAttribute("href"));
        Assert.Equal("page", page.QuerySelector(".places a[href='/']")!.GetAttribute("aria-current"));
        Assert.Empty(page.QuerySelectorAll("ol.hits"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?utm_source=newsletter")]
    [InlineData("/es/")]
    public async Task Start_WithoutASearch_IsTheStart(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.NotNull(page.QuerySelector(".hero"));
    }

    [Theory]
    [InlineData("/?q=")]
    [InlineData("/?q=&in=&sort=relevance")]
    [InlineData("/?year=2015")]
    [InlineData("/?exclude.area=X")]
    [InlineData("/?page=2")]
    [InlineData("/proposals")]
    [InlineData("/proposals/")]
    public async Task Start_WithAnyPartOfASearch_ShowsProposals(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Null(page.QuerySelector(".hero"));
        Assert.NotEmpty(page.QuerySelectorAll("ol.hits h2"));
    }

    [Fact]
    public async Task Start_EveryLink_LeadsSomewhere()
    {
        var page = await fixture.Host.PageAsync("/");
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        Assert.True(links.Count > 10);
        foreach (var link in links)
        {
            using var answer = await fixture.Host.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task About_TheSearch_SaysHowAndWhat()
    {
        var page = await fixture.Host.PageAsync("/about");

        Assert.Contains("31 files were read.", page.QuerySelectorAll("li").Select(Said));
        Assert.Contains("0 files could not be read.", page.QuerySelectorAll("li").Select(Said));
        Assert.Contains("/facets/area", page.QuerySelectorAll(".lines a").Select(link => link.GetAttribute("href")));
        Assert.Contains("2 proposals answer it", page.QuerySelectorAll(".lines .n").Select(Said));
    }

    [Fact]
    public async Task Examples_OfTheArchive_AreWordsOfItsTitlesThatLeadSomewhere()
    {
        var page = await fixture.Host.PageAsync("/");
        var examples = page.QuerySelectorAll(".examples a").ToList();

        Assert.InRange(examples.Count, 1, 4);
        foreach (var example in examples)
        {
            var found = await fixture.Host.PageAsync(example.GetAttribute("href")!);
            Assert.True(found.QuerySelectorAll("ol.hits h2").Length > 1, Said(example));
            Assert.Null(found.QuerySelector(".notices"));
        }
    }

    [Fact]
    public async Task Examples_OfAnOpenedIndex_AreKnownBeforeAnybodyAsks()
    {
        await using var host = await RunningHost.StartAsync();
        var holder = host.Services.GetRequiredService<SnapshotHolder>();
        IReadOnlyList<string>? known = null;
        for (var tries = 0; known is null && tries < 600; tries++)
        {
            await Task.Delay(50);
            known = holder.Current is { } snapshot ? await snapshot.ExamplesAsync((_, _) => default, default) : null;
        }

        Assert.NotEmpty(known!);
    }

    [Fact]
    public void Phrases_OfTitles_AreWhatSeveralHaveSideBySide()
    {
        var phrases = new CommonPhrases(["with", "that"]);
        string[] titles =
        [
            "Urban Farms: Growing Food", "An urban farms network", "URBAN FARMS", "Food that grows with NASA", "NASA, urban and food",
            "A map",
        ];
        foreach (var title in titles)
        {
            phrases.Add([title]);
        }

        Assert.Equal(["urban farms"], phrases.Pairs);
        Assert.Equal(["urban", "food", "farms"], phrases.Words);
    }

    private static string Said(INode node) => SearchPageTests.Text(node);

    private static string Text(IDocument page, string selector) => Said(page.QuerySelector(selector)!);
}
