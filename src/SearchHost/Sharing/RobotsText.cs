using System.Text;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Sharing;

/// <summary>
/// <c>/robots.txt</c> (RFC 9309): search engines may read every proposal, which the map of the site lists, and the results for a word that
/// somebody links to; but not those of every filter, order and page, of which there is no end, nor the API.
/// </summary>
internal static class RobotsText
{
    /// <summary>Its address, below the base path.</summary>
    public const string Path = "/robots.txt";

    /// <summary>Answers with it.</summary>
    public static Task GetAsync(HttpContext context)
    {
        var root = PageLanguage.Of(context).Base;
        var text = new StringBuilder("User-agent: *\n");
        foreach (var closed in (string[])["/?", "/?q=*&", "/*/?", "/v1/", "/citations/", "/docs/"])
        {
            text.Append("Disallow: ").Append(root).Append(closed).Append('\n');
        }

        // Of several rules that fit an address, the longest holds.
        text.Append("Allow: ").Append(root).Append("/?q=\nAllow: ").Append(root).Append("/\n\nSitemap: ");
        text.Append(OpenSearchDescription.Site(context.Request)).Append(root).Append(SitemapEndpoint.Path).Append('\n');
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
