using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>What the script of search pages adds to their links and forms.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SearchScriptTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Slash_FocusesTheBox()
    {
        var page = await browser.OpenAsync("/?q=poverty");
        await using var _ = page.Context;
        await page.Locator("#results").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("1/2");

        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("1/2");
    }

    [BrowserFact]
    public async Task Order_Chosen_ActsAtOnce()
    {
        var page = await browser.OpenAsync("/?q=plain");
        await using var _ = page.Context;
        await page.GetByLabel("Order").SelectOptionAsync("title");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=title"));
    }

    [BrowserTheory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Filter_Chosen_LeavesFocusAndPlaceWhereTheyWere(int width)
    {
        var page = await browser.OpenAsync("/?q=plain", width: width);
        await using var _ = page.Context;
        if (width < 800)
        {
            await page.Locator(".unfold-label").ClickAsync();
        }

        var value = page.Locator(".facet a.value", new() { HasText = "District 04" });
        await value.FocusAsync();
        var before = await page.EvaluateAsync<double>("scrollY");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"area=District\+04$"));
        await Assertions.Expect(page.Locator(".facet a.value.on", new() { HasText = "District 04" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1 of 26 proposals says plain");
        Assert.InRange(await page.EvaluateAsync<double>("scrollY"), before - 40, before + 40);
    }

    [BrowserFact]
    public async Task Year_WithShift_IsTheOtherEndOfARange()
    {
        var page = await browser.OpenAsync("/?q=plain&year=2011");
        await using var _ = page.Context;
        await page.Locator(".years a[data-year='2013']").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"year=2011\.\.2013$"));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Visitor_SeesATrendAndReadsItsProposals(bool scripts)
    {
        var page = await browser.OpenAsync("/?q=families", scripts: scripts);
        await using var _ = page.Context;
        await page.GetByRole(AriaRole.Link, new() { Name = "Trend and table" }).ClickAsync();
        await page.GetByLabel("Words or phrases to compare").FillAsync("families, plain");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.Locator(".legend li")).ToHaveCountAsync(2);
        await page.Locator("tbody tr", new() { HasText = "2015" }).GetByRole(AriaRole.Link).First.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("families");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("year=2015"));
    }

    [BrowserTheory]
    [InlineData(360, 500)]
    [InlineData(320, 256)]
    public async Task FirstTitle_OfASmallWindow_IsInSight(int width, int height)
    {
        var page = await browser.OpenAsync("/?q=poverty", width: width);
        await using var _ = page.Context;
        await page.SetViewportSizeAsync(width, height);
        var title = await page.Locator("ol.hits h2").First.BoundingBoxAsync();

        Assert.True(title!.Y + 20 < height, $"the first title begins at {title.Y} of {height}");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }
}
