using ProposalSearch.Proposals;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/proposals/{id}</c>, where the id is a path.</summary>
internal static class ProposalEndpoint
{
    /// <summary>Answers with the whole proposal; or with those that are similar to it, where the address asks for them.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await SimilarEndpoint.TryAnswerAsync(context, snapshot).ConfigureAwait(false))
        {
            return;
        }

        if (await FindAsync(context, snapshot).ConfigureAwait(false) is { } found)
        {
            var answer = new Answering(context.Request.PathBase).Proposal(found.Proposal, found.Related, snapshot.Identity);
            await Gate.WriteJsonAsync(context, answer, WireJson.Wire.ProposalAnswer).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The proposal of the address, with what it has to do with others; <see langword="null"/> where the request is answered already: there
    /// is none, the client has it, or the host is busy.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="state">What else the answer depends on, such as its language.</param>
    public static async Task<FoundProposal?> FindAsync(HttpContext context, IndexSnapshot snapshot, string state = "")
    {
        var ids = AskedProposal.Readings(Id(context));
        var found = await snapshot.Index.FindAsync(ids, context.RequestAborted).ConfigureAwait(false);
        var proposal = found.FirstOrDefault(static one => one is not null);
        if (proposal is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
            return null;
        }

        return Validator.IsFresh(context, snapshot.Identity, state)
            ? null
            : await Turn.TakeAsync(context, Work.Ordinary, Relate).ConfigureAwait(false);

        async Task<FoundProposal> Relate(CancellationToken cancellation)
            => new(proposal, await RelatedFinder.FindAsync(snapshot.Index, proposal, cancellation).ConfigureAwait(false));
    }

    /// <summary>The id of the address. The server has decoded it but for slashes that were encoded on purpose.</summary>
    public static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";
}

/// <summary>A proposal to show.</summary>
/// <param name="Proposal">Itself.</param>
/// <param name="Related">What it has to do with others.</param>
internal sealed record FoundProposal(Proposal Proposal, RelatedProposals Related);
