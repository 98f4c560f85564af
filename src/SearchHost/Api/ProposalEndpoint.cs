using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/proposals/{id}</c>, where the id is a path.</summary>
public static class ProposalEndpoint
{
    /// <summary>Answers with the whole proposal.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(snapshot);
        var proposal = await snapshot.Index.FindAsync(Id(context), context.RequestAborted).ConfigureAwait(false);
        if (proposal is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
        }
        else if (!Validator.IsFresh(context, snapshot.Identity))
        {
            var related = await RelatedFinder.FindAsync(snapshot.Index, proposal, context.RequestAborted).ConfigureAwait(false);
            var answer = new Answering(context.Request.PathBase).Proposal(proposal, related, snapshot.Identity);
            await Gate.WriteJsonAsync(context, answer, WireJson.Wire.ProposalAnswer).ConfigureAwait(false);
        }
    }

    /// <summary>The id of the address. The server has decoded it but for slashes that were encoded on purpose.</summary>
    public static string Id(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.RouteValues["id"] as string ?? "";
    }
}
