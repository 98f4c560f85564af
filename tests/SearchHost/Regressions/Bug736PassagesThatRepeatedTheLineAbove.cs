using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Below a hit whose title alone matches stood as a passage, without a word marked, the funder that the line above it names.
/// </summary>
public sealed class Bug736PassagesThatRepeatedTheLineAbove
{
    [Fact]
    public async Task Hit_OfItsTitleAlone_ShowsNoValueAsAPassage()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 12; file++)
        {
            archive.Write($"{file:00}.yml", $"title: Bridge {file}\nfunder: Fund of the Rivers {file % 3}\n");
        }

        await using var host = await RunningHost.StartOnAsync(archive.Path);
        var page = await host.PageAsync("/?q=bridge");
        var said = await host.PageAsync("/?q=rivers");

        Assert.Contains("Fund of the Rivers", SearchPageTests.Text(page.QuerySelector(".hits .meta")!), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".hits .snippets"));
        Assert.NotEmpty(said.QuerySelectorAll(".hits .snippets mark"));
    }
}
