using Microsoft.Playwright;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>The API to read and to try: nothing comes from elsewhere, and the policy of the page lets it work.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReferencePageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Reference_OfTheApi_LoadsFromThisHostAlone()
    {
        var page = await browser.OpenAsync("/");
        await using var _ = page.Context;
        var (asked, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => { if (message.Type == "error") { said.Add(message.Text); } };
        page.PageError += (_, error) => said.Add(error);
        await page.GetByRole(AriaRole.Link, new() { Name = "the API" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Search proposals").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Exports").First).ToBeAttachedAsync();
        Assert.Empty(said);
        var host = new Uri(page.Url).Authority;
        Assert.All(asked.Where(url => url.StartsWith("http", StringComparison.Ordinal)), url => Assert.Equal(host, new Uri(url).Authority));
        Assert.Contains(asked, url => url.EndsWith("/openapi/v1.json", StringComparison.Ordinal));
    }
    /// <summary>Bug 502: in the dark its first line was black on black.</summary>
    [BrowserFact]
    public async Task Reference_InTheDark_HasAFirstLineThatCanBeRead()
    {
        var page = await browser.OpenAsync("/docs/", ColorScheme.Dark);
        await using var _ = page.Context;
        await Assertions.Expect(page.GetByText("Search proposals").First).ToBeVisibleAsync();

        const string Ink = "getComputedStyle(document.querySelector('header a')).color.match(/[0-9.]+/g).slice(0, 3).map(Number)";
        Assert.All(await page.EvaluateAsync<double[]>(Ink), static part => Assert.True(part > 150, $"{part}"));
    }
}
