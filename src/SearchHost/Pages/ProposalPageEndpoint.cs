using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/proposals/{id}</c>: a proposal with all of its answers, as a search led to it.</summary>
internal static class ProposalPageEndpoint
{
    private static readonly string[] NotOfTheSearch = [.. SearchPageEndpoint.NotOnPages, "page", "cursor", FoundView.PlaceParameter];

    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var language = PageLanguage.Of(context).Words(context).Code;
        if (await ProposalEndpoint.FindAsync(context, snapshot, language).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        var frame = PageFrame.Of(context) with
        {
            Here = ProposalAddress.Page("", found.Proposal.Id) + context.Request.QueryString.ToUriComponent(),
        };
        var view = Asked(context, snapshot, frame);
        if (view.Query.Request.Text.Trim().Length > 0 || view.Place > 0)
        {
            var marked = await Turn.TakeAsync(context, WorkOf.Search(view.Query.Request), async cancellation =>
                view with { Marks = await MarkAsync(snapshot, found.Proposal, view, cancellation).ConfigureAwait(false) })
                .ConfigureAwait(false);
            if (marked is null)
            {
                return;
            }

            view = marked;
        }

        var page = ProposalPage.Render(frame, snapshot, found.Proposal, found.Related, view);
        await PageAnswer.WriteAsync(context, page).ConfigureAwait(false);
    }

    /// <summary>The search of the address. One that cannot be carried out is none: the proposal is there all the same.</summary>
    private static FoundView Asked(HttpContext context, IndexSnapshot snapshot, PageFrame frame)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, NotOfTheSearch, lenient: true);
        var stated = parameters.FirstOrDefault(static parameter => parameter.Name == FoundView.PlaceParameter).Value;
        var isPlace = int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < SearchLimits.Window;
        return reading.Query is { } query ? new FoundView(frame, query, isPlace ? place : 0, null)
            : new FoundView(frame, new SearchQuery { Request = new SearchRequest() }, 0, null);
    }

    /// <summary>The marks; where the search takes too long, the proposal is shown without.</summary>
    private static async Task<ProposalMarks?> MarkAsync(
        IndexSnapshot snapshot, Proposal proposal, FoundView view, CancellationToken cancellation)
    {
        try
        {
            return await snapshot.Index.MarkAsync(proposal, view.Query.Request, view.Place, cancellation).ConfigureAwait(false);
        }
        catch (SearchTimeExceededException)
        {
            return null;
        }
    }
}
