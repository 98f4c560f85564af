using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/index</c>, <c>/health/live</c> and <c>/health/ready</c>: what runs here, and whether it does.</summary>
internal static class IndexEndpoint
{
    /// <summary>Describes the index.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var services = context.RequestServices;
        var failure = services.GetRequiredService<Upkeep>().Failure;
        if (!Validator.IsFresh(context, snapshot.Identity, failure?.ToString() ?? ""))
        {
            var cause = ServerPaths.Hide(failure?.Cause, services.GetRequiredService<Folders>());
            var watch = new WatchAnswer(services.GetRequiredService<SearchHostOptions>().Watch, failure?.Since, cause);
            var statistics = await snapshot.Index.StatisticsAsync(context.RequestAborted).ConfigureAwait(false);
            var description = Answering.Describe(snapshot.Index, statistics, watch);
            await Gate.WriteJsonAsync(context, description, WireJson.Wire.IndexDescription).ConfigureAwait(false);
        }
    }

    /// <summary>Answers as long as the process does.</summary>
    public static Task LiveAsync(HttpContext context) => HealthyAsync(context, "live");

    /// <summary>Answers 200 only while searches are answered. Waits for nothing but the cluster that keeps the index.</summary>
    public static async Task ReadyAsync(HttpContext context)
    {
        var current = context.RequestServices.GetRequiredService<SnapshotHolder>().Current;
        bool isUnreachable = current is not null
            && await current.Index.FindObstacleAsync(context.RequestAborted).ConfigureAwait(false) is not null;
        await (current is null ? ProblemAnswer.WriteAsync(context, Problem.NotReady)
            : isUnreachable ? ProblemAnswer.WriteAsync(context, Problem.IndexUnreachable)
            : HealthyAsync(context, "ready")).ConfigureAwait(false);
    }

    private static Task HealthyAsync(HttpContext context, string status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Gate.WriteJsonAsync(context, new HealthAnswer(status), WireJson.Wire.HealthAnswer);
    }
}
