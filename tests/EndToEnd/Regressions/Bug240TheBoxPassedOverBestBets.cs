using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests.Regressions;

/// <summary>What curators show first is not among the hits, and the box showed the hits alone: what they chose was nowhere.</summary>
[Collection(BrowserCollection.Name)]
public sealed class Bug240TheBoxPassedOverBestBets(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Box_BestBets_StandFirstAndSaySo()
    {
        var page = await browser.OpenAsync(browser.OtherSite);
        await using var _ = page.Context;
        await page.GetByRole(AriaRole.Combobox).FillAsync("plain help");
        await page.GetByRole(AriaRole.Combobox).PressAsync("Enter");
        var hits = page.Locator("li.hit");

        await Assertions.Expect(hits.Nth(0)).ToHaveTextAsync("Recommended by the archiveSee <our> guide");
        await Assertions.Expect(hits.Nth(0).Locator("a")).ToHaveAttributeAsync("href", "https://example.org/guide?a=1&b=2");
        await Assertions.Expect(hits.Nth(1).Locator("a.title")).ToHaveTextAsync("LIFT-LA: Member to Member");
        await Assertions.Expect(hits.Nth(1).Locator("p").First).ToHaveTextAsync("Recommended by the archive");
    }
}
