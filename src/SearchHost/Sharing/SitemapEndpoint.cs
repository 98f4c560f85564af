using System.Globalization;
using System.Text;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Sharing;

/// <summary>
/// <c>/sitemap.xml</c>: the addresses of all proposals for search engines (sitemaps.org, 0.9). Where there are more than one map may have,
/// it is a list of maps, <c>/sitemap-1.xml</c> and so on.
/// </summary>
internal static class SitemapEndpoint
{
    /// <summary>The address of the map, below the base path.</summary>
    public const string Path = "/sitemap.xml";

    /// <summary>The pattern of the addresses of its parts.</summary>
    public const string PartPath = "/sitemap-{part:int:min(1)}.xml";

    /// <summary>Addresses in a map at most, as the format wants.</summary>
    public const int Most = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int BytesAtOnce = 16 * 1024;

    /// <summary>Answers with the map, or with the list of maps.</summary>
    public static Task GetAsync(HttpContext context, IndexSnapshot snapshot) => GetAsync(context, snapshot, Most);

    /// <summary>The same, with this many addresses in a map.</summary>
    public static Task GetAsync(HttpContext context, IndexSnapshot snapshot, int most)
    {
        var parts = PartsOf(snapshot, most);
        return parts == 1 ? WriteMapAsync(context, snapshot, 0, most) : WriteListAsync(context, snapshot, parts);
    }

    /// <summary>Answers with one map of the list.</summary>
    public static Task GetPartAsync(HttpContext context, IndexSnapshot snapshot) => GetPartAsync(context, snapshot, Most);

    /// <summary>The same, with this many addresses in a map.</summary>
    public static Task GetPartAsync(HttpContext context, IndexSnapshot snapshot, int most)
    {
        var part = int.Parse((string)context.Request.RouteValues["part"]!, CultureInfo.InvariantCulture);
        var parts = PartsOf(snapshot, most);
        return parts == 1 || part > parts ? ProblemAnswer.WriteAsync(context, Problem.NotFound)
            : WriteMapAsync(context, snapshot, (part - 1) * most, most);
    }

    private static int PartsOf(IndexSnapshot snapshot, int most) =>
        Math.Max(1, (int)(((long)snapshot.Identity.Documents + most - 1) / most));

    private static string Root(HttpContext context) => OpenSearchDescription.Site(context.Request) + PageLanguage.Of(context).Base;

    private static async Task WriteListAsync(HttpContext context, IndexSnapshot snapshot, int parts)
    {
        if (Begin(context, snapshot))
        {
            var root = Root(context);
            var maps = Enumerable.Range(1, parts)
                .Select(part => Entry("sitemap", string.Create(CultureInfo.InvariantCulture, $"{root}/sitemap-{part}.xml")));
            await WriteAsync(context, Whole("sitemapindex", string.Concat(maps))).ConfigureAwait(false);
        }
    }

    private static async Task WriteMapAsync(HttpContext context, IndexSnapshot snapshot, int skip, int most)
    {
        var hits = snapshot.Index.StreamAsync(new SearchRequest { Sort = SortOrder.Title }, context.RequestAborted);
        await using var reading = hits.GetAsyncEnumerator(context.RequestAborted);
        var first = await Turn.TakeAsync(
            context, Work.Ordinary, async _ => new Moved(await reading.MoveNextAsync().ConfigureAwait(false))).ConfigureAwait(false);
        if (first is null || !Begin(context, snapshot))
        {
            return;
        }

        var root = Root(context);
        var text = new StringBuilder(Opening("urlset"));
        for (var (at, isThere) = (0, first.IsThere); isThere && at < skip + most; at++)
        {
            text.Append(at < skip ? "" : Entry("url", ProposalAddress.Page(root, reading.Current.Id)));
            if (text.Length > BytesAtOnce)
            {
                await WriteAsync(context, text.ToString()).ConfigureAwait(false);
                text.Clear();
            }

            isThere = await reading.MoveNextAsync().ConfigureAwait(false);
        }

        await WriteAsync(context, text.Append("</urlset>\n").ToString()).ConfigureAwait(false);
    }

    /// <summary>Begins the answer; false where the client has it already.</summary>
    private static bool Begin(HttpContext context, IndexSnapshot snapshot)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        return !Validator.IsFresh(context, snapshot.Identity);
    }

    private static Task WriteAsync(HttpContext context, string text) =>
        context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted).AsTask();

    private static string Opening(string element) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"{Namespace}\">\n";

    private static string Whole(string element, string entries) => $"{Opening(element)}{entries}</{element}>\n";

    /// <summary>An address. The encoder of HTML writes what XML needs encoded too.</summary>
    private static string Entry(string element, string address) => $"<{element}><loc>{Html.Text(address)}</loc></{element}>\n";

    private sealed record Moved(bool IsThere);
}
