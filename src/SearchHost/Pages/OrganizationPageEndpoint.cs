using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/organizations/{id}</c>: what the organization of a proposal proposed over the years.</summary>
internal static class OrganizationPageEndpoint
{
    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var ids = AskedProposal.Readings(ProposalEndpoint.Id(context));
        var found = await snapshot.Index.FindAsync(ids, context.RequestAborted).ConfigureAwait(false);
        if (found.FirstOrDefault(static one => one is not null) is not { } proposal)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity, PageLanguage.Of(context).Words(context).Code))
        {
            return;
        }

        var history = await Turn.TakeAsync(
            context,
            Work.Ordinary,
            async cancellation => await OrganizationFinder.FindAsync(snapshot.Index, proposal, cancellation).ConfigureAwait(false))
            .ConfigureAwait(false);
        if (history is not null)
        {
            var frame = PageFrame.Of(context) with { Here = OrganizationAddress.Page("", history.Id) };
            await PageAnswer.WriteAsync(context, OrganizationPage.Render(frame, history)).ConfigureAwait(false);
        }
    }
}
