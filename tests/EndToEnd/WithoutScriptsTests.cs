using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>What a visitor whose browser runs no scripts does beyond searching and reading, which <see cref="VisitTests"/> has.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WithoutScriptsTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Visitor_TurnsPages()
    {
        var page = await browser.OpenAsync("/?q=plain", scripts: false);
        await using var _ = page.Context;
        var first = await page.Locator("ol.hits h2").First.InnerTextAsync();
        await page.Locator(".paging a[rel=next]").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/\?q=plain&page=2$"));
        await Assertions.Expect(page.Locator("ol.hits h2").First).Not.ToHaveTextAsync(first);
        await page.Locator(".paging a[rel=prev]").ClickAsync();
        await Assertions.Expect(page.Locator("ol.hits h2").First).ToHaveTextAsync(first);
    }

    [BrowserFact]
    public async Task Visitor_ChoosesTheOrderAndAppliesIt()
    {
        var page = await browser.OpenAsync("/?q=plain", scripts: false);
        await using var _ = page.Context;
        await page.GetByLabel("Order").SelectOptionAsync("title");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=title"));
    }

    [BrowserFact]
    public async Task Visitor_ComparesTrends()
    {
        var page = await browser.OpenAsync("/trends", scripts: false);
        await using var _ = page.Context;
        await page.Locator("main input[name=q]").FillAsync("plain, poverty");
        await page.Locator("main form button").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/trends\?q=plain"));
        await Assertions.Expect(page.Locator(".trend svg:visible")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("table.numbers thead")).ToContainTextAsync("poverty");
    }

    [BrowserFact]
    public async Task Visitor_OnAPhone_UnfoldsTheFiltersAndNarrows()
    {
        var page = await browser.OpenAsync("/?q=poverty", width: 360, scripts: false, touch: true);
        await using var _ = page.Context;
        await Assertions.Expect(page.Locator("#filters")).ToBeHiddenAsync();
        await page.Locator("label.unfold-label").TapAsync();
        await page.Locator("#filters a.value").First.TapAsync();

        await Assertions.Expect(page.Locator(".chips .chip").First).ToBeVisibleAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(@"/\?q=poverty$"));
    }
}
