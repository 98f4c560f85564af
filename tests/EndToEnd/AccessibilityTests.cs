using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>No violation that axe knows of, on any kind of page, in light and dark, on wide and narrow screens.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private static readonly string[] Pages =
    [
        "/", "/about", "/trends", "/trends?q=plain,families,poverty,phone,college&category=connect", "/proposals",
        "/facets/area?q=plain&find=dist",
        "/?q=povrety", "/?q=families+2015&match=all&in=need", "/es/", "/?q=poverty",
        "/?q=plain&year=2010&year=~missing&exclude.area=X&page=1", "/?q=plain&page=2",
        "/?q=poverty+zebra", "/?q=zebra&year=2015",
        "/?q=hostile", "/proposals/2015/lift-la?q=poverty&hit=1", "/es/proposals/2015/lift-la", "/organizations/2015/lift-la",
        "/es/?q=poverty", "/proposals/nothing-but-a-title", "/?page=abc&sort=best", "/nothing", "/es/box",
    ];

    public static TheoryData<string, ColorScheme, int> Views()
    {
        var views = new TheoryData<string, ColorScheme, int>();
        foreach (var page in Pages)
        {
            views.Add(page, ColorScheme.Light, 1200);
        }

        string[] all = ["/", "/about", "/?q=poverty", "/?q=zebra&year=2015", "/nothing", "/organizations/2015/lift-la"];
        var some = Pages.Where(page => all.Contains(page, StringComparer.Ordinal)
            || page.StartsWith("/proposals/2015", StringComparison.Ordinal) || page.StartsWith("/trends?", StringComparison.Ordinal)
            || page.StartsWith("/facets", StringComparison.Ordinal));
        foreach (var page in some)
        {
            views.Add(page, ColorScheme.Dark, 1200);
            views.Add(page, ColorScheme.Light, 400);
        }

        return views;
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task Page_Any_HasNoAxeViolation(string address, ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(address, scheme, width, policy: false);
        await using var _ = page.Context;
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(Account)));
    }

    [BrowserTheory]
    [InlineData("/?q=plain&year=2010", 400)]
    [InlineData("/proposals/2015/lift-la", 400)]
    [InlineData("/?q=hostile", 320)]
    [InlineData("/?page=abc", 320)]
    [InlineData("/", 320)]
    [InlineData("/about", 320)]
    [InlineData("/trends?q=plain,families,poverty", 320)]
    [InlineData("/facets/area", 320)]
    public async Task Page_NarrowScreen_NeedsNoSidewaysScrolling(string address, int width)
    {
        var page = await browser.OpenAsync(address, width: width);
        await using var _ = page.Context;

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    private static string Account(AxeResultItem item)
        => $"{item.Id} ({item.Impact}): {item.Help} at {string.Join(" | ", item.Nodes.Select(node => node.Html).Take(5))}";
}
