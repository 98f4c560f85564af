using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary><c>/facets/{field}</c>: all values of a facet among the matches of a search, and a box to find one of them.</summary>
internal static class FacetPageEndpoint
{
    /// <summary>Before the field.</summary>
    public const string Path = "/facets";

    /// <summary>The parameter with the beginning of a word.</summary>
    public const string Find = "find";

    /// <summary>The parameter with the order.</summary>
    public const string Order = "order";

    /// <summary>The order by name.</summary>
    public const string ByName = "name";

    /// <summary>Values that a page shows at most.</summary>
    public const int MostShown = 250;

    private static readonly string[] NotOfTheSearch = [.. SearchPageEndpoint.NotOnPages, Find, Order, "page", "cursor"];

    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var field = context.Request.RouteValues["field"] as string ?? "";
        if (!snapshot.Facets.ContainsKey(field))
        {
            await ProblemAnswer.WriteAsync(context, Problem.NotFound).ConfigureAwait(false);
            return;
        }

        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, NotOfTheSearch, lenient: true);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        var (find, byName) = (Value(parameters, Find), Value(parameters, Order) == ByName);
        var page = await Turn.TakeAsync(context, WorkOf.Search(query.Request), async cancellation =>
        {
            var limit = byName ? int.MaxValue : MostShown;
            var facet = await snapshot.Index.FacetValuesAsync(field, find, limit, query.Request, cancellation: cancellation)
                .ConfigureAwait(false);
            return new Rendered(FacetPage.Render(PageFrame.Of(context), query, new FacetListing(facet, find, byName)));
        }).ConfigureAwait(false);
        if (page is not null)
        {
            await PageAnswer.WriteAsync(context, page.Page).ConfigureAwait(false);
        }
    }

    private static string Value(IReadOnlyList<Parameter> parameters, string name)
    {
        var value = parameters.LastOrDefault(parameter => parameter.Name == name).Value ?? "";
        return value.Length <= LongestFind ? value : "";
    }

    // A word that is longer begins nothing.
    private const int LongestFind = 200;

    private sealed record Rendered(Html Page);
}

/// <summary>Values of a facet as somebody asked for them.</summary>
/// <param name="Facet">The values.</param>
/// <param name="Find">The beginning of a word of them; empty for all.</param>
/// <param name="ByName">Whether they stand by name, and not the most frequent first.</param>
internal sealed record FacetListing(FacetResult Facet, string Find, bool ByName);
