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
}
