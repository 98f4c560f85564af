using System.Net;
using ProposalSearch.SearchHost.Identity;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Identity;

/// <summary>The operator's name, logo, colours and words are on the pages, and can be read.</summary>
public sealed class SiteIdentityTests
{
    private static readonly Colour[] LightGrounds = [Colour.White, Parse("#f5f3ee")];
    private static readonly Colour[] DarkGrounds = [Parse("#141617"), Parse("#1a1d1e"), Parse("#1d2122"), Parse("#24282a")];

    [Fact]
    public async Task Page_OfAnIdentity_CarriesItFromThisHostAlone()
    {
        var logo = Path.Combine(Path.GetTempPath(), $"logo-{Guid.NewGuid():N}.svg");
        await File.WriteAllTextAsync(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        await using var host = await RunningHost.StartAsync(settings:
        [
            ("ProposalSearch:Title", "Foundation & Sons"), ("ProposalSearch:Logo", logo), ("ProposalSearch:Accent", "#ff6600"),
            ("ProposalSearch:Footer", "Kept by <us>. [Privacy](https://example.org/p?a=1&b=2) [x](javascript:alert(1))"),
        ]);
        File.Delete(logo);
        var page = await host.PageAsync("/es/");
        var footer = page.QuerySelector("footer p")!;
        using var style = await host.GetAsync(page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href")!);
        using var picture = await host.GetAsync(page.QuerySelector(".brand img")!.GetAttribute("src")!);

        Assert.Equal("Foundation & Sons", SearchPageTests.Text(page.QuerySelector(".brand")!));
        Assert.Equal("Kept by <us>. Privacy [x](javascript:alert(1))", SearchPageTests.Text(footer));
        Assert.Equal("https://example.org/p?a=1&b=2", footer.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(page.QuerySelector(".brand img")!.GetAttribute("src"), page.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^:root{--accent:#[0-9a-f]{6};", await style.Content.ReadAsStringAsync());
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.True(picture.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task Host_WithoutAnIdentity_HasNoFilesOfOne()
    {
        await using var host = await RunningHost.StartAsync();
        using var logo = await host.GetAsync("/identity/logo");
        using var style = await host.GetAsync("/identity/colours.css");

        Assert.Equal(HttpStatusCode.NotFound, logo.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, style.StatusCode);
    }

    [Theory]
    [InlineData("#ffff00")]
    [InlineData("#ff6600")]
    [InlineData("#c2185b")]
    [InlineData("#777777")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#0a555c")]
    public void Accent_Any_CanBeReadInLightAndDark(string text)
    {
        var given = Parse(text);
        var accents = AccentColours.Of(given, null);

        Assert.All(LightGrounds, ground => Assert.True(accents.Light.Contrast(ground) >= Colour.Readable));
        Assert.All(DarkGrounds, ground => Assert.True(accents.Dark.Contrast(ground) >= Colour.Readable));
        Assert.True(accents.Light.Contrast(Colour.White) >= Colour.Readable, "white on a button");
        Assert.True(accents.Dark.Contrast(DarkGrounds[0]) >= Colour.Readable, "dark on a button");
    }

    [Theory]
    [InlineData("#ff0000", 0, 1)]
    [InlineData("#00ff00", 1, 2)]
    [InlineData("#0000ff", 2, 0)]
    public void Accent_Changed_KeepsItsHue(string text, int most, int least)
    {
        var accents = AccentColours.Of(Parse(text), null);
        foreach (var accent in (Colour[])[accents.Light, accents.Dark])
        {
            byte[] parts = [accent.Red, accent.Green, accent.Blue];

            Assert.Equal(parts.Max(), parts[most]);
            Assert.True(parts[most] - parts[least] > 50, accent.ToString());
        }
    }

    [Fact]
    public void Accent_ThatCanBeRead_IsUsedAsItIs()
    {
        var (light, dark) = (Parse("#0a555c"), Parse("#8ad6d4"));
        var accents = AccentColours.Of(light, dark);

        Assert.Equal((light, dark), (accents.Light, accents.Dark));
        Assert.Empty(accents.Changes(light, dark));
    }

    [Fact]
    public void Accent_ThatCannotBeRead_IsToldWithWhatIsUsed()
    {
        var given = Parse("#ff6600");
        var told = Assert.Single(AccentColours.Of(given, null).Changes(given, null));

        Assert.StartsWith("Accent #ff6600 has a contrast of 2.6 on light pages, and text needs 7: #", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#0a555c", "#ffffff", 8.5)]
    public void Contrast_OfColours_IsThatOfWcag(string one, string two, double contrast) =>
        Assert.Equal(contrast, Parse(one).Contrast(Parse(two)), 0.05);

    private static Colour Parse(string text) => Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);
}
