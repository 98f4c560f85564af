using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Sharing;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Sharing;

/// <summary>Search engines find every proposal, each once, and no results.</summary>
[Collection(HostCollection.Name)]
public sealed class SitemapTests(HostFixture fixture)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private string Site => fixture.Host.Client.BaseAddress!.ToString().TrimEnd('/');

    [Fact]
    public async Task Map_OfAnArchive_HasEveryProposalOnce()
    {
        using var answer = await fixture.Host.GetAsync("/es/sitemap.xml");
        var map = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        var addresses = map.Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();

        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(SampleArchive.Proposals.Count, addresses.Distinct().Count());
        Assert.Equal(SampleArchive.Proposals.Count, addresses.Count);
        Assert.Contains(Site + "/proposals/2015/lift-la", addresses);
        foreach (var address in addresses)
        {
            using var page = await fixture.Host.GetAsync(address[Site.Length..]);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Map_OfMoreThanOneMapHolds_IsAListOfMaps()
    {
        var list = await WriteAsync(null, 10);
        var maps = list.Root!.Elements(Map + "sitemap").Select(map => map.Element(Map + "loc")!.Value).ToList();
        var all = new List<string>();
        for (var part = 1; part <= maps.Count; part++)
        {
            var map = await WriteAsync(part, 10);
            all.AddRange(map.Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value));
        }

        Assert.Equal("sitemapindex", list.Root.Name.LocalName);
        Assert.EndsWith("/sitemap-1.xml", maps[0]);
        Assert.Equal((SampleArchive.Proposals.Count + 9) / 10, maps.Count);
        Assert.Equal(SampleArchive.Proposals.Count, all.Distinct().Count());
    }

    [Theory]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-x.xml")]
    public async Task Map_ThatIsNotInTheList_IsNotFound(string address)
    {
        using var answer = await fixture.Host.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Robots_AreToldOfTheMapAndKeptFromResults()
    {
        var lines = (await fixture.Host.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative))).Split('\n');

        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains("Disallow: /?", lines);
        Assert.Contains("Disallow: /v1/", lines);
        Assert.Contains("Allow: /", lines);
        Assert.Contains($"Sitemap: {Site}/sitemap.xml", lines);
    }

    private async Task<XDocument> WriteAsync(int? part, int most)
    {
        var context = new DefaultHttpContext { RequestServices = fixture.Host.Services };
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("archive.example");
        context.Response.Body = new MemoryStream();
        context.Request.RouteValues["part"] = part?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var snapshot = fixture.Host.Services.GetRequiredService<SnapshotHolder>().Current!;
        await (part is null ? SitemapEndpoint.GetAsync(context, snapshot, most) : SitemapEndpoint.GetPartAsync(context, snapshot, most));
        context.Response.Body.Position = 0;
        return XDocument.Load(context.Response.Body);
    }
}
