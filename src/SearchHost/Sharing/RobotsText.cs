using System.Text;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Sharing;

/// <summary>
/// <c>/robots.txt</c> (RFC 9309): search engines may read every proposal, which the map of the site lists, but not the results of every
/// search and filter, of which there is no end, nor the API.
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
        foreach (var closed in (string[])["/?", "/*/?", "/v1/", "/citations/", "/docs/"])
        {
            text.Append("Disallow: ").Append(root).Append(closed).Append('\n');
        }

        text.Append("Allow: ").Append(root).Append("/\n\nSitemap: ");
        text.Append(OpenSearchDescription.Site(context.Request)).Append(root).Append(SitemapEndpoint.Path).Append('\n');
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
