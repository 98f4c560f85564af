using System.Text.Json;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Facets;

/// <summary>A facet whose values are paths, on pages and in the API.</summary>
public sealed class FacetTreeTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Values =
        ["Learn > Schools > Public", "Learn > Schools > Private", "Learn > Libraries", "Live > Housing", "Live > Food", "Play", "Learn",
            "Art > Murals", "Art > Music"];

    private readonly TemporaryArchive _archive = new();
    private RunningHost? _host;

    private RunningHost Host => _host!;

    public async Task InitializeAsync()
    {
        for (var file = 0; file < 2 * Values.Length; file++)
        {
            _archive.Write($"{file:00}.yml", $"title: Kite {file}\nyear: 2015\ncategory: '{Values[file % Values.Length]}'\nneed: Wind.\n");
        }

        _host = await RunningHost.StartOnAsync(_archive.Path);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public async Task Panel_OfPaths_HasValuesBelowOthersFoldedUntilOneIsChosen()
    {
        var all = await Host.PageAsync("/?q=kite");
        var chosen = await Host.PageAsync("/?q=kite&category=Learn+%3E+Schools");

        Assert.Equal(["Learn", "Art", "Live", "Play"], Items(all, ".facet[id=facet-1] > ul > li"));
        Assert.Equal(["Schools", "Libraries"], Items(all, ".facet[id=facet-1] > ul > li:first-child > details > ul > li"));
        Assert.Equal("2 within Learn", SearchPageTests.Text(all.QuerySelector("#facet-1 > ul > li > details > summary")!));
        Assert.Empty(all.QuerySelectorAll("#facet-1 details[open]"));
        Assert.Equal(["Learn", "Schools"], chosen.QuerySelectorAll("#facet-1 details[open]")
            .Select(static fold => SearchPageTests.Text(fold.ParentElement!.QuerySelector(".label")!.FirstChild!)));
        Assert.Equal("Category Learn > Schools", SearchPageTests.Text(chosen.QuerySelector(".chips .chip")!)
            .Replace("Remove filter ", "", StringComparison.Ordinal).Replace(" ×", "", StringComparison.Ordinal));
        Assert.StartsWith("4 of 18 ", SearchPageTests.Text(chosen.QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_ValueBelowAChosenOne_TakesItsPlace()
    {
        var page = await Host.PageAsync("/?q=kite&category=Learn&category=Play");

        var schools = page.QuerySelectorAll("#facet-1 a.value")
            .Single(static link => SearchPageTests.Text(link.FirstElementChild!) == "Schools");
        Assert.Equal("/?q=kite&category=Play&category=Learn+%3E+Schools#facet-1", schools.GetAttribute("href"));
    }

    [Fact]
    public async Task AllValues_OfPaths_AreATreeAndFoundOnesSayTheirPath()
    {
        var all = await Host.PageAsync("/facets/category");
        var found = await Host.PageAsync("/facets/category?find=pub");

        Assert.Equal(["Public", "Private"], Items(all, ".facet > ul > li > ul > li > ul > li").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["Learn > Schools > Public"], Items(found, ".facet > ul > li"));
    }

    [Fact]
    public async Task Api_OfPaths_SaysTheParentOfEachValueAndTakesBelow()
    {
        using var below = JsonDocument.Parse(await Host.Client.GetStringAsync("/v1/facets/category?below=Learn"));
        using var search = JsonDocument.Parse(await Host.Client.GetStringAsync("/v1/search?category=Learn&facets=category&links=true"));

        Assert.Equal(
            [("Learn > Schools", "Learn", 4), ("Learn > Libraries", "Learn", 2),
                ("Learn > Schools > Private", "Learn > Schools", 2), ("Learn > Schools > Public", "Learn > Schools", 2)],
            below.RootElement.GetProperty("values").EnumerateArray().Select(static value => (value.GetProperty("value").GetString(),
                value.GetProperty("parent").GetString(), value.GetProperty("count").GetInt32())));
        Assert.Equal(8, search.RootElement.GetProperty("total").GetInt32());
        var first = search.RootElement.GetProperty("facets")[0].GetProperty("values")[0];
        Assert.Equal("Learn", first.GetProperty("value").GetString());
        Assert.False(first.TryGetProperty("parent", out _));
    }

    [Fact]
    public async Task Proposal_OfPaths_SaysTheLowestOnly()
    {
        var page = await Host.PageAsync("/proposals/00");

        Assert.Equal(["Learn > Schools > Public"], page.QuerySelectorAll("dd").Select(SearchPageTests.Text));
    }

    private static IEnumerable<string> Items(IDocument page, string items) =>
        page.QuerySelectorAll(items).Select(static item => SearchPageTests.Text(item.QuerySelector(".label")!.FirstChild!)).Where(
            static label => label != "Not stated");
}
