using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>What a visitor does, with scripts and without, with the mouse and without.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VisitTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Visitor_SearchesNarrowsReadsAndReturns(bool scripts)
    {
        var page = await browser.OpenAsync("/", scripts: scripts);
        await using var _ = page.Context;
        await page.GetByLabel("Search the proposals").FillAsync("poverty");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 proposals say poverty");

        await page.Locator(".years a", new() { HasText = "2016" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("year=2016"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Year 2016" }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("year=2016"));
        await page.Locator("a.question", new() { HasText = "Why is this needed?" }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/proposals/2015/lift-la\?q=poverty&hit=1#answer-1$"));
        await Assertions.Expect(page.Locator("#answer-1")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Results for" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/\?q=poverty$"));
        await Assertions.Expect(page.GetByLabel("Search the proposals")).ToHaveValueAsync("poverty");
    }

    [BrowserFact]
    public async Task Visitor_ChoosesTheOrder()
    {
        var page = await browser.OpenAsync("/?q=plain&year=2010");
        await using var _ = page.Context;
        Assert.InRange((await page.Locator(".sort button").BoundingBoxAsync())!.Width, 0, 2);
        await page.GetByLabel("Order").SelectOptionAsync("title");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=title"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("year=2010"));
        await Assertions.Expect(page.Locator("ol.hits h2").First).ToHaveTextAsync("Plain proposal 04");
    }

    [BrowserFact]
    public async Task Keyboard_ReachesSkipLinksBoxResultsAndFiltersInOrder()
    {
        var page = await browser.OpenAsync("/?q=poverty");
        await using var _ = page.Context;
        var reached = new List<string>();
        for (var stop = 0; stop < 120; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(
                await page.EvaluateAsync<string>(
                    "(document.activeElement.id || document.activeElement.className || document.activeElement.textContent).trim() + '@' "
                    + "+ (document.activeElement.closest('.skip, form, .results, .filters, footer, header') || document.body).className"));
        }

        string[] places = ["@skip", "@site", "in@search", "q@search", "sort@", "@filters", "@results", "question@results", "@site"];
        var at = 0;
        foreach (var place in places)
        {
            var found = reached.FindIndex(at, stop => stop.Contains(place, StringComparison.Ordinal));
            Assert.True(found >= 0, $"{place} is not reached after stop {at} of {string.Join(", ", reached)}");
            at = found;
        }
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keyboard_FromTheBoxToAPassageAndBack_NeverLosesItsPlace(bool scripts)
    {
        var page = await browser.OpenAsync("/", scripts: scripts);
        await using var _ = page.Context;
        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("poverty");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?.*q=poverty"));

        await TabToAsync(page, ".hits a.question");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answer-1:target")).ToBeFocusedAsync();
        await TabToAsync(page, ".onward a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("section.answer:target")).ToBeFocusedAsync();

        await TabToAsync(page, ".found .back a", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/\?q=poverty$"));
        await TabToAsync(page, ".hits h2 a");
    }

    [BrowserFact]
    public async Task Contents_OnAPhone_AreFoldedAndUnfoldWithoutScripts()
    {
        var page = await browser.OpenAsync("/proposals/2015/lift-la?q=poverty", width: 360, scripts: false);
        await using var _ = page.Context;
        await Assertions.Expect(page.Locator("nav.contents")).ToBeHiddenAsync();
        await TabToAsync(page, "#show-contents");
        await page.Keyboard.PressAsync("Space");

        await Assertions.Expect(page.Locator("nav.contents")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await Assertions.Expect(page.Locator(".beside .unfold-label")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Citation_IsCopiedByItsButton()
    {
        var page = await browser.OpenAsync("/proposals/2015/lift-la");
        await using var _ = page.Context;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator(".use summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("LIFT & Friends. (2015). LIFT-LA: Member to Member. ProposalSearch. http://", copied, StringComparison.Ordinal);
    }

    /// <summary>Goes from stop to stop until one is reached; at none of them the page itself has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector, string key = "Tab")
    {
        for (var stop = 0; stop < 80; stop++)
        {
            await page.Keyboard.PressAsync(key);
            var at = await page.EvaluateAsync<string>(
                "selector => document.activeElement === document.body ? 'lost' : document.activeElement.matches(selector) ? 'there' : ''",
                selector);
            Assert.True(at != "lost", $"the focus is lost at stop {stop} on the way to {selector}");
            if (at == "there")
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached");
    }

    [BrowserFact]
    public async Task Keyboard_Focus_IsSeen()
    {
        var page = await browser.OpenAsync("/?q=poverty");
        await using var _ = page.Context;
        for (var stop = 0; stop < 12; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var outline = await page.EvaluateAsync<string>(
                "getComputedStyle(document.activeElement).outlineStyle + ' ' "
                + "+ parseFloat(getComputedStyle(document.activeElement).outlineWidth)");
            Assert.True(outline is "solid 3", $"stop {stop}: {outline}");
        }
    }

    [BrowserTheory]
    [InlineData("/?q=hostile")]
    [InlineData("/?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/proposals/2015/lift-la?q=poverty")]
    public async Task Page_UnderItsPolicy_LoadsOnlyItsOwnAndRunsNothing(string address)
    {
        var (dialogs, complaints, foreign) = (0, new List<string>(), new List<string>());
        var page = await browser.OpenAsync("/");
        await using var _ = page.Context;
        page.Dialog += (sender, dialog) => dialogs++;
        page.Console += (sender, message) => complaints.Add(message.Text);
        page.Request += (sender, request) => foreign.Add(request.Url);
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(0, dialogs);
        Assert.Empty(complaints);
        Assert.NotEmpty(foreign);
        Assert.All(foreign, url => Assert.StartsWith(new Uri(page.Url).GetLeftPart(UriPartial.Authority), url, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task HostileProposal_FromItsHit_Opens()
    {
        var page = await browser.OpenAsync("/?q=hostile");
        await using var _ = page.Context;
        await page.Locator("ol.hits h2 a").First.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("<script>alert(1)</script>");
    }
}
