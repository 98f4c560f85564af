using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>A value as long as a sentence, such as <c>unfunded (Scored 20; Payline was 19)</c>, was a card of the start page.</summary>
public sealed class Bug734CardsOfWholeSentences
{
    private const string Sentence = "Rejected (it came a day too late for the reviewers)";

    [Fact]
    public async Task Cards_ValueAsLongAsASentence_IsBehindTheWayToAll()
    {
        var page = await StartAsync(["funded", "rejected", "rejected", "open", Sentence]);
        var section = page.QuerySelector("section[aria-labelledby='cards']")!;

        Assert.Equal(["Rejected", "Funded", "Open"], section.QuerySelectorAll(".cards strong").Select(SearchPageTests.Text));
        Assert.Equal("/facets/category", section.QuerySelector(".all a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Cards_MostValuesAsLongAsSentences_AreLines()
    {
        var page = await StartAsync([Sentence, Sentence, Sentence + " again", "open"]);
        var section = page.QuerySelector("section[aria-labelledby='cards']")!;

        Assert.Empty(section.QuerySelectorAll(".cards"));
        Assert.Equal(3, section.QuerySelectorAll(".lines li").Length);
        Assert.Null(section.QuerySelector(".all"));
    }

    private static async Task<AngleSharp.Dom.IDocument> StartAsync(string[] states)
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 4 * states.Length; file++)
        {
            archive.Write($"{file:00}.yml", $"title: Bridge {file}\ncategory: {states[file / 4]}\nneed: It crosses river {file}.\n");
        }

        await using var host = await RunningHost.StartOnAsync(archive.Path);
        return await host.PageAsync("/");
    }
}
