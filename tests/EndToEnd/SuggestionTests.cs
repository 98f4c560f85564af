using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>The box as a combobox: keys, what screen readers are told, and what remains without scripts.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SuggestionTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Box_Typing_OpensAListAndTellsHowManyThereAre()
    {
        var (page, box) = await TypeAsync("lift");
        await using var _ = page.Context;

        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal("list", await box.GetAttributeAsync("aria-autocomplete"));
        Assert.True(await page.Locator($"#{await box.GetAttributeAsync("aria-controls")}[role=listbox]").IsVisibleAsync());
        var count = await page.Locator(".suggestions [role=option]").CountAsync();
        Assert.True(count > 1);
        await Assertions.Expect(page.Locator("form.search [aria-live=polite]"))
            .ToHaveTextAsync($"{count} suggestions. Use the arrow keys.");
        Assert.Equal("lift", await box.InputValueAsync());
    }

    [BrowserFact]
    public async Task Box_ArrowsAndEnter_ChooseAndSearch()
    {
        var (page, box) = await TypeAsync("level");
        await using var _ = page.Context;
        await box.PressAsync("ArrowDown");
        var active = page.Locator($"#{await box.GetAttributeAsync("aria-activedescendant")}");
        Assert.Equal("true", await active.GetAttributeAsync("aria-selected"));
        Assert.Equal("title:\"Level Up: College Success\"", await box.InputValueAsync());
        await box.PressAsync("ArrowDown");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("level", await box.InputValueAsync());
        await box.PressAsync("ArrowUp");
        await box.PressAsync("Enter");
        await ArrivesAtAsync(page, "title");

        await Assertions.Expect(page.Locator("ol.hits h2").First).ToHaveTextAsync("Level Up: College Success");
    }

    [BrowserFact]
    public async Task Box_EscapeAndTab_CloseTheList()
    {
        var (page, box) = await TypeAsync("lift");
        await using var _ = page.Context;
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Escape");
        Assert.Equal(("false", "lift"), (await box.GetAttributeAsync("aria-expanded"), await box.InputValueAsync()));
        await box.PressAsync("ArrowDown");
        await page.Locator(".suggestions [role=option]").First.WaitForAsync();
        await box.PressAsync("Tab");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [BrowserFact]
    public async Task Box_EscapeJustAfterALetter_KeepsTheLetter()
    {
        var (page, box) = await TypeAsync("leve");
        await using var _ = page.Context;
        await page.EvaluateAsync("""
            const box = document.querySelector('#q');
            box.value = 'level';
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
            box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
            """);

        Assert.Equal("level", await box.InputValueAsync());
    }

    [BrowserFact]
    public async Task Box_EnterWithoutAChoice_SearchesForWhatIsTyped()
    {
        var (page, box) = await TypeAsync("lift");
        await using var _ = page.Context;
        await box.PressAsync("Enter");
        await ArrivesAtAsync(page, "lift");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("say lift");
    }

    [BrowserFact]
    public async Task Box_ClickOnAnOption_Searches()
    {
        var (page, _) = await TypeAsync("level");
        await using var context = page.Context;
        await page.Locator(".suggestions [role=option]").First.ClickAsync();
        await ArrivesAtAsync(page, "title");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 400)]
    public async Task Box_OpenList_HasNoAxeViolation(ColorScheme scheme, int width)
    {
        var (page, box) = await TypeAsync("lift", scheme, width);
        await using var _ = page.Context;
        await box.PressAsync("ArrowDown");
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.NotEmpty(result.Passes);
        var violations = result.Violations
            .Select(one => $"{one.Id}: {one.Help} at {string.Join(" | ", one.Nodes.Select(node => node.Html).Take(3))}");
        Assert.True(result.Violations.Length == 0, string.Join('\n', violations));
    }

    [BrowserFact]
    public async Task Box_HostileTitle_IsShownAsText()
    {
        var dialogs = 0;
        var (page, _) = await TypeAsync("hostile");
        await using var context = page.Context;
        page.Dialog += (sender, dialog) => dialogs++;

        await Assertions.Expect(page.Locator(".suggestions [role=option]").First).ToContainTextAsync("<script>alert(1)</script>");
        Assert.Equal(0, dialogs);
    }

    [BrowserFact]
    public async Task Box_WithoutScripts_IsAnOrdinarySearchField()
    {
        var page = await browser.OpenAsync("/", scripts: false);
        await using var _ = page.Context;

        Assert.Equal("search", await page.Locator("#q").GetAttributeAsync("type"));
        Assert.Null(await page.Locator("#q").GetAttributeAsync("role"));
    }

    /// <summary>
    /// The address is asked again and again. Waiting for the page's events instead never ended when the page had come before the wait began
    /// (seen on a busy machine).
    /// </summary>
    private static Task ArrivesAtAsync(IPage page, string query)
        => Assertions.Expect(page).ToHaveURLAsync(new Regex($@"/\?(.*&)?q={query}"));

    private async Task<(IPage Page, ILocator Box)> TypeAsync(string text, ColorScheme scheme = ColorScheme.Light, int width = 1200)
    {
        // Axe is put into the page, which the policy forbids to anybody else.
        var page = await browser.OpenAsync("/", scheme, width, policy: false);
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search the proposals" });
        await box.FillAsync(text);
        await page.Locator(".suggestions [role=option]").First.WaitForAsync();
        return (page, box);
    }
}
