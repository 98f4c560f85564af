using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/proposals/{id}/similar</c>. An id is a path of any length, so that the address is told apart by its end.</summary>
internal static class SimilarEndpoint
{
    /// <summary>Similar proposals at most.</summary>
    public static readonly NumberBounds Limit = new("limit", 1, 20);

    /// <summary>Similar proposals where nobody asks for another number.</summary>
    public const int DefaultLimit = 6;

    private const string End = "/similar";
    private static readonly string[] Own = ["limit"];

    /// <summary>
    /// Answers where the address is of this kind; false where it is not, or where a proposal has this very id: then it is the proposal's.
    /// </summary>
    public static async Task<bool> TryAnswerAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var path = ProposalEndpoint.Id(context).TrimEnd('/');
        if (!path.EndsWith(End, StringComparison.Ordinal)
            || await FirstAsync(context, snapshot, path).ConfigureAwait(false) is not null)
        {
            return false;
        }

        if (await FirstAsync(context, snapshot, path[..^End.Length]).ConfigureAwait(false) is { } id)
        {
            await AnswerAsync(context, snapshot, id).ConfigureAwait(false);
        }
        else
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task AnswerAsync(HttpContext context, IndexSnapshot snapshot, string id)
    {
        var faults = new FaultList();
        var own = new OwnParameters(ParameterSet.FromQueryString(context.Request.QueryString.Value), Own, faults);
        own.RefuseOthers();
        var limit = own.Number(Limit, DefaultLimit);
        if (faults.Count > 0)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var budget = TimeSpan.FromMilliseconds(context.RequestServices.GetRequiredService<SearchHostOptions>().SearchBudgetMilliseconds);
        var answer = await Turn.TakeAsync(context, Work.Ordinary, async cancellation =>
        {
            var clock = Clock.Start(context);
            var similar = await snapshot.Index.SimilarAsync(id, limit, budget, cancellation).ConfigureAwait(false) ?? [];
            return CountingAnswering.Similar(context.Request.PathBase, id, similar, snapshot.Identity, clock.Elapsed);
        }).ConfigureAwait(false);
        if (answer is not null)
        {
            await Gate.WriteJsonAsync(context, answer, WireJson.Wire.SimilarAnswer).ConfigureAwait(false);
        }
    }

    private static async Task<string?> FirstAsync(HttpContext context, IndexSnapshot snapshot, string path)
    {
        var found = await snapshot.Index.FindAsync(AskedProposal.Readings(path), context.RequestAborted).ConfigureAwait(false);
        return found.FirstOrDefault(static one => one is not null)?.Id;
    }
}
