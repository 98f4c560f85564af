using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>The box that other sites embed, on a page of another origin under a strict policy.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoxTests(BrowserFixture browser)
{
    private const int MostCompressed = 12_000;
    private const int MostOfAnAnswer = 3_000;

    [BrowserFact]
    public async Task Box_OnAnotherSite_FindsWithQuestionsAndMarkedWords()
    {
        var (page, box, faults) = await OpenAsync();
        await using var _ = page.Context;
        await box.FillAsync("college");
        await box.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex("[0-9]+ proposals? match(es)? college"));
        var first = page.Locator("li.hit").First;
        await Assertions.Expect(first.Locator("mark").First).ToHaveTextAsync(new Regex("^[Cc]olleges?$"));
        Assert.NotEmpty((await first.Locator(".question").First.TextContentAsync())!);
        var address = await first.Locator("a.title").GetAttributeAsync("href");
        Assert.StartsWith(browser.Address + "/proposals/", address, StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Box_Typing_CompletesAndObeysKeys()
    {
        var (page, box, faults) = await OpenAsync();
        await using var _ = page.Context;
        await box.PressSequentiallyAsync("level");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal("option-0", await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("Escape");
        Assert.Equal(("level", "false"), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-expanded")));
        await box.PressAsync("ArrowDown");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");

        await Assertions.Expect(page.Locator("li.hit a.title").First).ToHaveTextAsync("Level Up: College Success");
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Box_MoreResults_AreAddedAndTheFirstOfThemHasTheFocus()
    {
        var (page, box, _) = await OpenAsync("?per-page=1");
        await using var context = page.Context;
        await box.FillAsync("lift");
        await box.PressAsync("Enter");
        await Assertions.Expect(page.Locator("li.hit")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "More results" }).ClickAsync();
        await Assertions.Expect(page.Locator("li.hit")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("li.hit").Nth(1).Locator("a.title")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Box_Filters_NarrowEverySearch()
    {
        var (page, box, _) = await OpenAsync("?filters=year%3D2015%26category%3Dlearn");
        await using var context = page.Context;
        var asked = page.WaitForRequestAsync(new Regex("/v1/search"));
        await box.FillAsync("college");
        await box.PressAsync("Enter");

        Assert.Contains("year=2015&category=learn", (await asked).Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Box_OfResultsOnThePage_GoesThere()
    {
        var (page, box, _) = await OpenAsync("?results=page");
        await using var context = page.Context;
        await box.FillAsync("college");
        await box.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(browser.Address + "/?q=college");
    }

    [BrowserFact]
    public async Task Box_MisspeltWord_IsSearchedForAsMeantAndSaysSo()
    {
        var (page, box, _) = await OpenAsync();
        await using var context = page.Context;
        await box.FillAsync("colege");
        await box.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Results for college.");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Search for colege instead" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("No proposal matches colege");
    }

    [BrowserFact]
    public async Task Box_WithoutScripts_IsAFormThatOpensTheArchive()
    {
        var page = await browser.OpenAsync(browser.OtherSite, scripts: false);
        await using var _ = page.Context;
        await page.Locator("input[name=q]").FillAsync("college");
        await page.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(browser.Address + "/?q=college");
    }

    [BrowserFact]
    public async Task Box_InSpanishAndFromRightToLeft_SaysSoAndTurnsRound()
    {
        var (page, box, _) = await OpenAsync("?lang=es&dir=rtl");
        await using var context = page.Context;
        var button = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Buscar" });

        Assert.True((await button.BoundingBoxAsync())!.X < (await box.BoundingBoxAsync())!.X);
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, "")]
    [InlineData(ColorScheme.Dark, "")]
    [InlineData(ColorScheme.Dark, "?scheme=light+dark")]
    public async Task Box_WithSuggestionsAndWithResults_HasNoAxeViolation(ColorScheme scheme, string attributes)
    {
        var (page, box, _) = await OpenAsync(attributes, scheme);
        await using var context = page.Context;
        await box.FillAsync("lift");
        await box.PressAsync("Enter");
        await page.Locator("li.hit").First.WaitForAsync();
        await box.FillAsync("");
        await box.PressSequentiallyAsync("lift");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, Told(result));
    }

    [BrowserFact]
    public async Task BoxPage_ShowsTheBoxAndTheLinesToCopy()
    {
        var page = await browser.OpenAsync("/box");
        await using var _ = page.Context;
        var box = page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Search proposals" });
        await Assertions.Expect(box).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("pre code").First).ToContainTextAsync($"src=\"{browser.Address}/box.js\"");
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.True(result.Violations.Length == 0, Told(result));
    }

    [BrowserFact]
    public async Task Script_WithItsDigest_RunsAndIsSmall()
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync(browser.Address + "/box");
        var address = Regex.Match(page, @"src=&quot;(http[^&]+/box-[0-9a-f]+\.js)&quot;").Groups[1].Value;
        var script = await client.GetByteArrayAsync(address);
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await brotli.WriteAsync(script);
        }

        Assert.InRange(compressed.Length, 1, MostCompressed);
        var digest = Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(script));
        Assert.Contains("sha384-" + digest, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal("immutable", (await client.GetAsync(address)).Headers.CacheControl!.Extensions.Single().Name);
        Assert.Equal(404, (int)(await client.GetAsync(browser.Address + "/box-000000000000.js")).StatusCode);
    }

    [BrowserFact]
    public async Task Answer_ToABox_HasFewBytes()
    {
        var (page, box, _) = await OpenAsync();
        await using var context = page.Context;
        var answer = page.WaitForResponseAsync(new Regex("/v1/search"));
        await box.FillAsync("college");
        await box.PressAsync("Enter");

        Assert.InRange((await (await answer).BodyAsync()).Length, 1, MostOfAnAnswer);
    }

    private static string Told(AxeResult result) => string.Join('\n', result.Violations
        .Select(one => $"{one.Id}: {one.Help} at {string.Join(" | ", one.Nodes.Select(node => node.Html).Take(3))}"));

    private async Task<(IPage Page, ILocator Box, ConcurrentQueue<string> Faults)> OpenAsync(
        string attributes = "", ColorScheme scheme = ColorScheme.Light)
    {
        var faults = new ConcurrentQueue<string>();
        var page = await browser.OpenAsync("about:blank", scheme);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Enqueue(message.Text);
            }
        };
        page.PageError += (_, fault) => faults.Enqueue(fault);
        await page.GotoAsync(browser.OtherSite + "/" + attributes);
        return (page, page.GetByRole(AriaRole.Combobox), faults);
    }
}
