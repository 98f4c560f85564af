using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/</c>: the box, the results, the filters.</summary>
internal static class SearchPageEndpoint
{
    /// <summary>Parameters of the API that pages pass over.</summary>
    public static readonly string[] NotOnPages = ["pre_tag", "post_tag", "explain", "facets", "links", "matches"];

    // Values of a facet on a page. Most of them are folded away, so there may be more than programs are given by default.
    private const int FacetSize = 100;

    /// <summary>Answers with the page of a search. Parameters that it does not know are passed over: others decorate links.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(RangeParameters.Joined(parameters), snapshot, options, NotOnPages, lenient: true);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        if (parameters.Any(RangeParameters.Is))
        {
            // What a form could not write is put right before somebody shares it.
            context.Response.Redirect(SearchAddress.OfPage(context.Request.PathBase, query).ToString());
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity, PageLanguage.Of(context).Words(context).Code))
        {
            return;
        }

        var work = WorkOf.Search(query.Request);
        var rendered = await Turn.TakeAsync(context, work, cancellation => RenderAsync(context, snapshot, query, cancellation))
            .ConfigureAwait(false);
        if (rendered is not null)
        {
            await PageAnswer.WriteAsync(context, rendered.Page).ConfigureAwait(false);
        }
    }

    private static async Task<Rendered> RenderAsync(
        HttpContext context, IndexSnapshot snapshot, SearchQuery query, CancellationToken cancellation)
    {
        var isDefault = query.Request.FacetSize == new SearchRequest().FacetSize;
        var request = isDefault ? query.Request with { FacetSize = FacetSize } : query.Request;
        var response = await Searching.RunAsync(context, snapshot, request, cancellation).ConfigureAwait(false);
        var years = await ArchiveYears.OfAsync(snapshot, cancellation).ConfigureAwait(false);
        return new Rendered(SearchPage.Render(new SearchView(PageFrame.Of(context), snapshot, query, response) { Years = years }));
    }

    private sealed record Rendered(Html Page);
}
