using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>Beside a single result stood three filters, each with the one value that the result has.</summary>
public sealed class Bug732FiltersThatNarrowNothing
{
    [Fact]
    public async Task Filters_ValuesThatAllResultsHave_AreNotOffered()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 6; file++)
        {
            var category = file % 2 == 0 ? "learn" : "play";
            archive.Write($"{file}.yml", $"title: Bridge {file}\ncategory: {category}\nstatus: open\nneed: It crosses river {file}.\n");
        }

        await using var host = await RunningHost.StartOnAsync(archive.Path);
        var all = await host.PageAsync("/proposals");
        var one = await host.PageAsync("/?q=title:3");
        var chosen = await host.PageAsync("/?q=title:3&category=play");

        Assert.Equal(["Category"], all.QuerySelectorAll(".facet h3").Select(SearchPageTests.Text));
        Assert.Empty(one.QuerySelectorAll(".facet"));
        Assert.Null(one.QuerySelector(".unfold-label"));
        Assert.Equal(["Category"], chosen.QuerySelectorAll(".facet h3").Select(SearchPageTests.Text));
    }
}
