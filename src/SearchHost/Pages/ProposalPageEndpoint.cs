using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Citing;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/proposals/{id}</c>: a proposal with all of its answers, as a search led to it.</summary>
internal static class ProposalPageEndpoint
{
    private const int MostSimilar = 4;

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
        var asked = Asked(context, snapshot, frame);
        var archive = context.RequestServices.GetRequiredService<SearchHostOptions>().Title;
        var citation = Citation.Of(found.Proposal, archive, CitationEndpoint.AddressOf(context, found.Proposal.Id));
        var view = await Turn.TakeAsync(context, WorkOf.Search(asked.Query.Request), async cancellation => new ProposalView(
            snapshot.Index.Metadata,
            found.Proposal,
            found.Related,
            await SimilarAsync(context, snapshot, found, cancellation).ConfigureAwait(false),
            asked with { Marks = await MarkAsync(snapshot, found.Proposal, asked, cancellation).ConfigureAwait(false) },
            citation)).ConfigureAwait(false);
        if (view is not null)
        {
            await PageAnswer.WriteAsync(context, ProposalPage.Render(frame, view)).ConfigureAwait(false);
        }
    }

    /// <summary>Proposals about the same, but those of the same organization; where finding them takes too long, there are none.</summary>
    private static async Task<IReadOnlyList<SimilarProposal>> SimilarAsync(
        HttpContext context, IndexSnapshot snapshot, FoundProposal found, CancellationToken cancellation)
    {
        var budget = TimeSpan.FromMilliseconds(context.RequestServices.GetRequiredService<SearchHostOptions>().SearchBudgetMilliseconds);
        var own = found.Related.OrganizationProposals.Select(static other => other.Id).ToHashSet(StringComparer.Ordinal);
        try
        {
            var similar = await snapshot.Index.SimilarAsync(found.Proposal.Id, MostSimilar * 2, budget, cancellation).ConfigureAwait(false);
            return [.. (similar ?? []).Where(other => !own.Contains(other.Id)).Take(MostSimilar)];
        }
        catch (SearchTimeExceededException)
        {
            return [];
        }
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

    /// <summary>The marks; none where nothing was searched for, or where the search takes too long.</summary>
    private static async Task<ProposalMarks?> MarkAsync(
        IndexSnapshot snapshot, Proposal proposal, FoundView view, CancellationToken cancellation)
    {
        if (view.Query.Request.Text.Trim().Length == 0 && view.Place == 0)
        {
            return null;
        }

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
