using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/proposals/{id}</c>: a proposal with all of its answers.</summary>
public static class ProposalPageEndpoint
{
    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(snapshot);
        var proposal = await snapshot.Index.FindAsync(ProposalEndpoint.Id(context), context.RequestAborted).ConfigureAwait(false);
        if (proposal is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
        }
        else if (!Validator.IsFresh(context, snapshot.Identity))
        {
            var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
            var query = parameters.FirstOrDefault(parameter => parameter.Name == "q").Value ?? "";
            var related = await RelatedFinder.FindAsync(snapshot.Index, proposal, context.RequestAborted).ConfigureAwait(false);
            var page = ProposalPage.Render(PageFrame.Of(context), snapshot, proposal, related, query.Trim());
            await PageAnswer.WriteAsync(context, page).ConfigureAwait(false);
        }
    }
}
