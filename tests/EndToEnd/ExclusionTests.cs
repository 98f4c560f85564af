using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>The way to leave a value of a facet out: to be seen whatever one points with, and large enough (WCAG 2.2, 2.5.8).</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExclusionTests(BrowserFixture browser)
{
    private const string Opacity = "link => getComputedStyle(link).opacity";
    private const float SmallestTarget = 24;

    [BrowserTheory]
    [InlineData(1200, false)]
    [InlineData(1200, true)]
    [InlineData(360, true)]
    public async Task Exclusion_AnyPointer_IsSeenWhereNeededAndLargeEnough(int width, bool touch)
    {
        var page = await browser.OpenAsync("/?q=plain", width: width, touch: touch);
        await using var _ = page.Context;
        if (width == 360)
        {
            await page.Locator("label.unfold-label").TapAsync();
        }

        var link = page.Locator("#filters section.facet a.not").First;
        Assert.Equal(touch ? "1" : "0", await link.EvaluateAsync<string>(Opacity));
        await link.FocusAsync();
        Assert.Equal("1", await link.EvaluateAsync<string>(Opacity));
        var box = await link.BoundingBoxAsync();
        Assert.True(box!.Width >= SmallestTarget && box.Height >= SmallestTarget, $"{box.Width} x {box.Height}");
    }
}
