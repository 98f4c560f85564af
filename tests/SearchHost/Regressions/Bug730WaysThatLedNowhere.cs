using System.Net;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Each page of an archive without years linked to trends, where there is nothing, and its start page had no way to all proposals.
/// </summary>
public sealed class Bug730WaysThatLedNowhere
{
    [Fact]
    public async Task Start_ArchiveWithoutYears_LinksToAllProposalsAndNotToTrends()
    {
        using var archive = new TemporaryArchive();
        archive.Write("a.yml", "title: A bridge\nneed: It crosses the river.\n");
        archive.Write("b.yml", "title: A ferry\nneed: It crosses the lake.\n");
        await using var host = await RunningHost.StartOnAsync(archive.Path);

        var page = await host.PageAsync("/");
        var links = page.QuerySelectorAll("header a, main a").Select(static link => link.GetAttribute("href")!).ToList();

        Assert.Contains("/proposals", links);
        Assert.DoesNotContain("/trends", links);
        foreach (var link in links)
        {
            using var answer = await host.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task Navigation_PagesOfTheSearch_SayThatTheyBelongToIt()
    {
        using var archive = new TemporaryArchive();
        archive.Write("a.yml", "title: A bridge\nyear: 2015\nneed: It crosses the river.\n");
        await using var host = await RunningHost.StartOnAsync(archive.Path);

        foreach (var (address, said) in new[] { ("/", "page"), ("/?q=bridge", "true"), ("/proposals/a", "true"), ("/facets/year", "true") })
        {
            var current = (await host.PageAsync(address)).QuerySelectorAll(".places [aria-current]").Single();
            Assert.Equal(("Search", said), (SearchPageTests.Text(current), current.GetAttribute("aria-current")));
        }
    }
}
