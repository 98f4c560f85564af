using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>Where a feed is.</summary>
/// <param name="Title">The name of the site.</param>
/// <param name="Host">Scheme and host, as in <c>https://example.org</c>.</param>
/// <param name="Root">The application's base path, empty at the root of a server.</param>
internal sealed record FeedSite(string Title, string Host, string Root);

/// <summary>
/// Writes a page of hits as Atom (RFC 4287), with links to the pages around it (RFC 5005). Ids are made of what a proposal and a search are
/// known by, so that they stay the same wherever the site is, and whenever it is indexed.
/// </summary>
internal static class AtomFeed
{
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private const string Feed = "/v1/search.atom";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The feed, as UTF-8.</summary>
    /// <param name="site">Where it is.</param>
    /// <param name="address">The search, without a path.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="response">What was found.</param>
    /// <param name="identity">The index that answered.</param>
    public static byte[] Write(
        FeedSite site, SearchAddress address, SearchRequest asked, SearchResponse response, IndexIdentity identity)
    {
        var text = asked.Text.Trim();
        var feed = new SyndicationFeed
        {
            Title = Plain(text.Length == 0 ? site.Title : $"{site.Title}: {text}"),
            Id = Id("search", address.ToString()),
            LastUpdatedTime = identity.BuiltAt,
            Generator = "ProposalSearch",
            Items = response.BestBets.SelectMany(static bet => bet.Hits).Concat(response.Hits)
                .Select(hit => Entry(site, hit, identity.BuiltAt)),
        };
        feed.Authors.Add(new SyndicationPerson { Name = Legal(site.Title) });
        AddLinks(feed, site, address, asked, response);
        AddCounts(feed, asked, response);
        return Bytes(feed);
    }

    private static SyndicationItem Entry(FeedSite site, Hit hit, DateTimeOffset builtAt)
    {
        var page = new Uri(site.Host + ProposalAddress.Page(site.Root, hit.Id));
        var said = hit.Year is >= 1 and <= 9999 and { } year ? new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) : builtAt;
        var entry = new SyndicationItem { Title = Plain(hit.Title), Id = Id("proposal", hit.Id), LastUpdatedTime = said };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(page, "text/html"));
        if (hit.Organization is { Length: > 0 } organization)
        {
            entry.Authors.Add(new SyndicationPerson { Name = Legal(organization) });
        }

        if (hit.Summary is { Length: > 0 } summary)
        {
            entry.Summary = Plain(summary);
        }

        if (hit.Snippets.Count > 0)
        {
            entry.Content = new TextSyndicationContent(Legal(string.Concat(hit.Snippets.Select(Passage))), TextSyndicationContentKind.Html);
        }

        return entry;
    }

    private static string Passage(Snippet snippet) => $"<p><strong>{Html.Encoder.Encode(snippet.Question)}</strong><br>"
        + $"{Marking.Mark(snippet.Text, snippet.Matches, MarkTags.Default)}</p>";

    private static void AddLinks(
        SyndicationFeed feed, FeedSite site, SearchAddress address, SearchRequest asked, SearchResponse response)
    {
        var around = AddressesAround.Of(address.At(site.Root + Feed), asked, response);
        (string Relation, string? Address, string Type)[] links =
        [
            ("self", around.Self, "application/atom+xml"),
            ("alternate", address.Without("per_page").At(site.Root + "/").ToString(), "text/html"),
            ("first", address.At(site.Root + Feed).ToString(), "application/atom+xml"),
            ("previous", around.Previous, "application/atom+xml"),
            ("next", around.Next, "application/atom+xml"),
        ];
        foreach (var (relation, path, type) in links.Where(link => link.Address is not null))
        {
            feed.Links.Add(new SyndicationLink(new Uri(site.Host + path)) { RelationshipType = relation, MediaType = type });
        }
    }

    private static void AddCounts(SyndicationFeed feed, SearchRequest asked, SearchResponse response)
    {
        feed.ElementExtensions.Add("totalResults", OpenSearch, response.Total.ToString(CultureInfo.InvariantCulture));
        feed.ElementExtensions.Add("itemsPerPage", OpenSearch, asked.PerPage.ToString(CultureInfo.InvariantCulture));
        if (asked.Cursor is null)
        {
            var first = ((asked.Page - 1L) * asked.PerPage) + 1;
            feed.ElementExtensions.Add("startIndex", OpenSearch, first.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static byte[] Bytes(SyndicationFeed feed)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = Utf8 }))
        {
            feed.GetAtom10Formatter().WriteTo(xml);
        }

        return target.ToArray();
    }

    /// <summary>A name that is the same for the same thing, wherever it is asked for.</summary>
    private static string Id(string kind, string name)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}")).AsSpan(0, 16);

        // Version 8 of RFC 9562: bits that the maker chose.
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(digest, bigEndian: true):D}";
    }

    private static TextSyndicationContent Plain(string text) => new(Legal(text), TextSyndicationContentKind.Plaintext);

    /// <summary>The text without characters that XML has no way to write.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                legal.Append(rune.ToString());
            }
        }

        return legal.ToString();
    }
}
