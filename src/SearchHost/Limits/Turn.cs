using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Limits;

/// <summary>Carries out what a request asks for when it is its turn.</summary>
internal static class Turn
{
    /// <summary>The answer; <see langword="null"/> where the request was refused, and told so, because others kept the host busy.</summary>
    /// <param name="context">The request.</param>
    /// <param name="work">What it may cost.</param>
    /// <param name="make">Makes the answer.</param>
    public static async Task<T?> TakeAsync<T>(HttpContext context, Work work, Func<CancellationToken, Task<T>> make)
        where T : class
    {
        var limits = context.RequestServices.GetRequiredService<WorkLimits>();
        if (work == Work.Expensive
            && !await HoldAsync(context, limits.ExpensiveAnswerAsync(context.RequestAborted)).ConfigureAwait(false))
        {
            return null;
        }

        using var place = await limits.EnterAsync(work, context.RequestAborted).ConfigureAwait(false);
        if (place is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Busy).ConfigureAwait(false);
            return null;
        }

        return await make(context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Keeps a place until the request has ended; false where there was none, which the client is told.</summary>
    public static async Task<bool> HoldAsync(HttpContext context, ValueTask<IDisposable?> place)
    {
        if (await place.ConfigureAwait(false) is { } held)
        {
            context.Response.RegisterForDispose(held);
            return true;
        }

        await ProblemAnswer.WriteAsync(context, Problem.Busy).ConfigureAwait(false);
        return false;
    }
}
