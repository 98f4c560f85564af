using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests.Regressions;

/// <summary>On a phone without scripts the button that applies an order lay below the one that unfolds the filters.</summary>
[Collection(BrowserCollection.Name)]
public sealed class Bug739ApplyBelowFilters(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("/?q=plain", true)]
    [InlineData("/?q=plain", false)]
    [InlineData("/es/?q=plain&year=2010..2016&in=", false)]
    public async Task Controls_OfANarrowPage_DoNotLieOverEachOther(string address, bool scripts)
    {
        var page = await browser.OpenAsync(address, width: 360, scripts: scripts);
        await using var _ = page.Context;
        var filters = await BoxAsync(page, ".unfold-label");
        string[] controls = [".sort select", .. scripts ? Array.Empty<string>() : [".sort button"], ".chips", "#years"];
        foreach (var control in controls.Where(control => address.Contains('&') || control != ".chips"))
        {
            var box = await BoxAsync(page, control);
            var isApart = box.X + box.Width <= filters.X || filters.X + filters.Width <= box.X
                || box.Y + box.Height <= filters.Y || filters.Y + filters.Height <= box.Y;
            Assert.True(isApart, control);
        }
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string control) =>
        (await page.Locator(control).First.BoundingBoxAsync())!;
}
