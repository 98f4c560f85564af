using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The start page offered what two titles of one organization have, "bioluminescent communication", and in an archive of three proposals
/// nothing but single words.
/// </summary>
public sealed class Bug501ExamplesThatTwoAnswer
{
    [Fact]
    public async Task Examples_OfALargeArchive_AreWhatSeveralAnswer()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 80; file++)
        {
            var title = file < 2 ? "Glowing squid" : file < 7 ? "Open rivers" : $"Number {file}";
            archive.Write($"{file:00}.yml", $"title: {title}\nneed: Words about it, as many as there are.\n");
        }

        Assert.Equal(["open rivers"], await ExamplesAsync(archive));
    }

    [Fact]
    public async Task Examples_OfAHandful_ArePhrasesThatSeveralSay()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 3; file++)
        {
            var shared = file < 2 ? "The high school lends us its rooms, and the high school pays for the light in the evening." : "Alone.";
            var need = $"{shared} In all we ask for a room, some light and a {file} of the people.";
            archive.Write($"{file}.yml", $"title: Plan {file}\nneed: {need}\n");
        }

        Assert.Contains("high school", await ExamplesAsync(archive));
    }

    private static async Task<string[]> ExamplesAsync(TemporaryArchive archive)
    {
        await using var host = await RunningHost.StartOnAsync(archive.Path);
        var page = await host.PageAsync("/");
        return [.. page.QuerySelectorAll(".examples a").Select(SearchPageTests.Text)];
    }
}
