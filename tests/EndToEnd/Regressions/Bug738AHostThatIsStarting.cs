using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests.Regressions;

/// <summary>The page of a host that was starting stayed as it was, once the host had started.</summary>
[Collection(BrowserCollection.Name)]
public sealed class Bug738AHostThatIsStarting(BrowserFixture browser)
{
    private const string Starting = """
        <!doctype html><html lang="en"><title>Starting</title><input id="q" value="poverty">
        <p role="status" data-again="1" data-waiting="Wait" data-stopped="Over"></p><script src="/assets/again.js" defer></script></html>
        """;

    [BrowserFact]
    public async Task Page_HostThatHasStarted_OpensByItself()
    {
        var page = await browser.OpenAsync("/about");
        await using var _ = page.Context;
        var (asked, gate) = (0, new TaskCompletionSource());
        await page.RouteAsync("**/?q=poverty", async route =>
        {
            if (asked++ < 2)
            {
                await route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = Starting });
                return;
            }

            await gate.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/?q=poverty");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Wait");
        gate.SetResult();

        await Assertions.Expect(page.Locator("ol.hits h2").First).ToBeVisibleAsync();
        Assert.Equal(4, asked);
    }

    [BrowserFact]
    public async Task Page_VisitorWhoTypesMeanwhile_IsLeftAlone()
    {
        var page = await browser.OpenAsync("/about");
        await using var _ = page.Context;
        var gate = new TaskCompletionSource();
        await page.RouteAsync("**/?q=poverty", async route =>
        {
            if (route.Request.Method == "GET")
            {
                await route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = Starting });
                return;
            }

            await gate.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/?q=poverty");
        await page.Locator("#q").FillAsync("families");
        gate.SetResult();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("families");
    }
}
