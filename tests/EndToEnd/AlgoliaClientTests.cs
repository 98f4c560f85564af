using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>InstantSearch.js and autocomplete from npm, unchanged, on a page of another origin.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AlgoliaClientTests(BrowserFixture browser)
{
    [ClientFact]
    public async Task InstantSearch_BoxHitsAndStatistics_AreThoseOfTheHost()
    {
        var (page, faults) = await OpenAsync("instantsearch");
        await using var _ = page.Context;
        await page.Locator("#box input").FillAsync("college");

        await Assertions.Expect(page.Locator("#hits article").First.Locator("mark").First)
            .ToHaveTextAsync(new Regex("^[Cc]olleges?$"));
        await Assertions.Expect(page.Locator("#stats")).ToContainTextAsync(new Regex("[1-9][0-9]* results? found"));
        Assert.NotEmpty((await page.Locator("#hits article b").First.TextContentAsync())!);
        var address = await page.Locator("#hits article a").First.GetAttributeAsync("href");
        Assert.StartsWith(browser.Address + "/proposals/", address, StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [ClientFact]
    public async Task InstantSearch_Refinements_KeepTheirNeighboursAndNarrow()
    {
        var (page, faults) = await OpenAsync("instantsearch");
        await using var _ = page.Context;
        var values = page.Locator("#categories .ais-RefinementList-item");
        await values.Nth(1).WaitForAsync();
        var all = await values.CountAsync();
        var (first, count) = (values.First, await values.First.Locator(".ais-RefinementList-count").TextContentAsync());
        await first.Locator("input").CheckAsync();

        await Assertions.Expect(page.Locator("#stats")).ToContainTextAsync($"{count} result");
        await Assertions.Expect(values).ToHaveCountAsync(all);
        await page.Locator("#categories .ais-SearchBox-input").FillAsync("l");
        await Assertions.Expect(values.First).ToContainTextAsync(new Regex("^[Ll]"));
        Assert.Empty(faults);
    }

    [ClientFact]
    public async Task InstantSearch_PagesOrderAndRange_Work()
    {
        var (page, faults) = await OpenAsync("instantsearch");
        await using var _ = page.Context;
        var titles = page.Locator("#hits article a");
        await titles.First.WaitForAsync();
        var first = await titles.First.TextContentAsync();
        await page.Locator("#pages .ais-Pagination-item--nextPage a").ClickAsync();
        await Assertions.Expect(titles.First).Not.ToHaveTextAsync(first!);
        await page.Locator("#sort select").SelectOptionAsync("proposals_oldest");
        await Assertions.Expect(page.Locator("#pages .ais-Pagination-item--selected")).ToHaveTextAsync("1");
        var least = await page.Locator("#years .ais-RangeInput-input--min").GetAttributeAsync("placeholder");
        await page.Locator("#years .ais-RangeInput-input--max").FillAsync(least!);
        await page.Locator("#years .ais-RangeInput-submit").ClickAsync();
        await Assertions.Expect(page.Locator("#stats")).ToContainTextAsync(new Regex("[1-9][0-9]* results? found"));
        Assert.Empty(faults);
    }

    [ClientFact]
    public async Task Autocomplete_Typing_OffersMarkedTitles()
    {
        var (page, faults) = await OpenAsync("autocomplete");
        await using var _ = page.Context;
        await page.Locator("#box .aa-Input").PressSequentiallyAsync("college");

        await Assertions.Expect(page.Locator(".aa-Item mark").First).ToHaveTextAsync(new Regex("^[Cc]ollege$"));
        Assert.Empty(faults);
    }

    private async Task<(IPage Page, ConcurrentQueue<string> Faults)> OpenAsync(string name)
    {
        var faults = new ConcurrentQueue<string>();
        var page = await browser.OpenAsync("about:blank");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Enqueue(message.Text);
            }
        };
        page.PageError += (_, fault) => faults.Enqueue(fault);
        await page.GotoAsync($"{browser.OtherSite}/clients/{name}.html");
        return (page, faults);
    }
}

/// <summary>
/// A test with packages from npm: skipped, with the reason, where they or the browser are missing; with CI=true it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            Skip = Chromium.Absent;
        }
        else if (!Directory.Exists(Packages) && !Chromium.IsRequired)
        {
            Skip = "needs packages from npm: run npm install --no-package-lock in tests/EndToEnd/Clients";
        }
    }

    /// <summary>Where the packages are.</summary>
    public static string Packages => Path.Combine(Repository.Root, "tests", "EndToEnd", "Clients", "node_modules");
}
