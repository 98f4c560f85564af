using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/search.atom</c>: a page of hits as a feed, to follow a search in a reader.</summary>
internal static class AtomEndpoint
{
    /// <summary>Its path, below the base path.</summary>
    public const string Path = "/v1/search.atom";

    private static readonly string[] NotInFeeds =
        ["facets", "facet_size", "links", "matches", "fields", "parts", "explain", "pre_tag", "post_tag"];

    /// <summary>Answers with the feed.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, NotInFeeds, lenient: false);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot))
        {
            return;
        }

        var request = query.Request with { Facets = [] };
        var feed = await Turn.TakeAsync(context, WorkOf.Search(request), async cancellation =>
        {
            var response = await Searching.RunAsync(context, snapshot, request, cancellation).ConfigureAwait(false);
            var site = new FeedSite(options.Title, OpenSearchDescription.Site(context.Request), context.Request.PathBase);
            return AtomFeed.Write(site, SearchAddress.Of("", query), request, response, snapshot.Identity);
        }).ConfigureAwait(false);
        if (feed is not null)
        {
            context.Response.ContentType = "application/atom+xml; charset=utf-8";
            context.Response.ContentLength = feed.Length;
            await context.Response.Body.WriteAsync(feed, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
