using ProposalSearch.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary><c>/</c> without a search: what the archive is, and the ways in.</summary>
internal static class StartPageEndpoint
{
    // Cards or lines of a facet; a value more than is shown tells that there are more.
    private const int FacetSize = StartPage.Most + 1;

    /// <summary>Answers with the start page, or where the address has a search with its results.</summary>
    public static Task GetAsync(HttpContext context, IndexSnapshot snapshot) =>
        IsSearch(context, snapshot) ? SearchPageEndpoint.GetAsync(context, snapshot) : StartAsync(context, snapshot);

    private static async Task StartAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (Validator.IsFresh(context, snapshot.Identity, PageLanguage.Of(context).Words(context).Code))
        {
            return;
        }

        var rendered = await Turn.TakeAsync(context, Work.Ordinary, async cancellation =>
        {
            var request = new SearchRequest { PerPage = 0, Snippets = 0, FacetSize = FacetSize };
            var response = await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false);
            var years = await ArchiveYears.OfAsync(snapshot, cancellation).ConfigureAwait(false);
            var frame = PageFrame.Of(context);
            var examples = await ExampleSearches.OfAsync(frame.Site, snapshot, cancellation).ConfigureAwait(false);
            return new Rendered(StartPage.Render(frame, snapshot, response.Facets, YearSeries.Of(years), examples));
        }).ConfigureAwait(false);
        if (rendered is not null)
        {
            await PageAnswer.WriteAsync(context, rendered.Page).ConfigureAwait(false);
        }
    }

    /// <summary>Whether any parameter is one of a search, even an empty one: who presses the button wants to see proposals.</summary>
    private static bool IsSearch(HttpContext context, IndexSnapshot snapshot) =>
        ParameterSet.FromQueryString(context.Request.QueryString.Value).Any(parameter => IsOfSearches(parameter, snapshot));

    private static bool IsOfSearches(Parameter parameter, IndexSnapshot snapshot) =>
        ParameterNames.Search.Contains(parameter.Name, StringComparer.Ordinal)
        || snapshot.Facets.ContainsKey(parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    private sealed record Rendered(Html Page);
}
