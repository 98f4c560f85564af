using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/</c>: the box, the results, the filters.</summary>
public static class SearchPageEndpoint
{
    private static readonly string[] NotOnPages = ["pre_tag", "post_tag", "explain", "facets"];

    /// <summary>Answers with the page of a search. Parameters that it does not know are passed over: others decorate links.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(snapshot);
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, NotOnPages, lenient: true);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var response = await snapshot.Index.SearchAsync(query.Request, context.RequestAborted).ConfigureAwait(false);
        var view = new SearchView(PageFrame.Of(context), snapshot, query, response);
        await PageAnswer.WriteAsync(context, SearchPage.Render(view)).ConfigureAwait(false);
    }
}
