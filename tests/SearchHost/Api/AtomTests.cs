using System.Net;
using System.Xml.Linq;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

/// <summary>A search as a feed, by what RFC 4287 and RFC 5005 ask of one.</summary>
[Collection(HostCollection.Name)]
public sealed class AtomTests(HostFixture fixture)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task Get_Query_IsAFeedOfItsHits()
    {
        var feed = await FeedAsync("/v1/search.atom?q=poverty");
        var entry = feed.Elements(Atom + "entry").First();

        Assert.Equal("feed", feed.Name.LocalName);
        Assert.Equal("ProposalSearch: poverty", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2", feed.Element(OpenSearch + "totalResults")!.Value);
        Assert.Equal("LIFT-LA: Member to Member", entry.Element(Atom + "title")!.Value);
        Assert.Equal(Absolute("/proposals/2015/lift-la"), Link(entry, "alternate"));
        Assert.Contains("<mark>poverty</mark>", entry.Element(Atom + "content")!.Value);
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.StartsWith("2015-01-01T00:00:00", entry.Element(Atom + "updated")!.Value);
        Assert.Equal(Absolute("/?q=poverty"), Link(feed, "alternate"));
    }

    [Theory]
    [InlineData("/v1/search.atom")]
    [InlineData("/v1/search.atom?q=hostile")]
    [InlineData("/v1/search.atom?q=poverty&year=2015&sort=newest")]
    [InlineData("/v1/search.atom?q=%00%01%0B%EF%BF%BE%F0%9F%98%80+%22%3Cb%3E%26")]
    [InlineData("/v1/search.atom?per_page=100&snippets=20")]
    [InlineData("/v1/search.atom?q=nothing-has-this&match=all")]
    public async Task Get_Any_HasWhatAFeedMustHave(string address)
    {
        var feed = await FeedAsync(address);
        foreach (var one in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.Single(one.Elements(Atom + "title"));
            Assert.StartsWith("urn:uuid:", one.Elements(Atom + "id").Single().Value);
            Assert.True(DateTimeOffset.TryParse(one.Elements(Atom + "updated").Single().Value, out _));
            Assert.Single(one.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            Assert.All(one.Elements(Atom + "author"), author => Assert.NotEmpty(author.Element(Atom + "name")!.Value));
        }

        Assert.NotEmpty(feed.Elements(Atom + "author"));
        var ids = feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Get_Pages_LeadThroughAllHitsOnceAndBack()
    {
        var (seen, next) = (new List<string>(), "/v1/search.atom?per_page=7");
        string? before = null;
        while (next is not null && seen.Count < 1_000)
        {
            var feed = await FeedAsync(next);
            Assert.Equal(before, Link(feed, "previous"));
            Assert.Equal(Absolute("/v1/search.atom?per_page=7"), Link(feed, "first"));
            before = Link(feed, "self");
            seen.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            next = Link(feed, "next") is { } link ? new Uri(link).PathAndQuery : null;
        }

        Assert.Equal(SampleArchive.Proposals.Count, seen.Count);
        Assert.Equal(SampleArchive.Proposals.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Get_TheSameSearch_HasTheSameIdHoweverItIsAsked()
    {
        var one = await FeedAsync("/v1/search.atom?q=poverty&year=2015&category=learn&category=create");
        var other = await FeedAsync("/v1/search.atom?category=create&category=learn&year=2015&keywords=poverty");
        var another = await FeedAsync("/v1/search.atom?q=families");

        Assert.Equal(one.Element(Atom + "id")!.Value, other.Element(Atom + "id")!.Value);
        Assert.NotEqual(one.Element(Atom + "id")!.Value, another.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task Get_Again_IsNotModified()
    {
        using var first = await fixture.Host.GetAsync("/v1/search.atom?q=poverty");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/search.atom?q=poverty", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await fixture.Host.Client.SendAsync(request);

        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Page_OfResults_NamesItsFeed()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty&year=2015");
        var link = page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href")!;
        var proposal = await fixture.Host.PageAsync("/proposals/2015/lift-la");

        Assert.Single((await FeedAsync(link)).Elements(Atom + "entry"));
        Assert.Equal("/v1/search.atom", proposal.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    private string Absolute(string path) => new Uri(fixture.Host.Client.BaseAddress!, path).AbsoluteUri;

    private async Task<XElement> FeedAsync(string address)
        => XDocument.Parse(await fixture.Host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Root!;

    private static string? Link(XElement element, string relation)
        => element.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href")!.Value;
}
