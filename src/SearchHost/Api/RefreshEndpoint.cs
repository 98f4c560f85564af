using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// <c>POST /v1/index/refresh</c>: brings the index up to date now. For whoever knows the key; without a key it does not exist.
/// </summary>
internal static class RefreshEndpoint
{
    /// <summary>Brings the index up to date, after a renewal that is under way, and answers what became of it.</summary>
    public static async Task PostAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var services = context.RequestServices;
        if (!await AdminKey.AllowsAsync(context).ConfigureAwait(false))
        {
            return;
        }

        // What was begun is ended: a client that goes away leaves no half of it.
        var clock = Clock.Start(context);
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var renewal = services.GetRequiredService<IndexRenewal>();
        await Task.Run(() => renewal.RenewAsync(stopping), stopping).ConfigureAwait(false);
        if (services.GetRequiredService<Upkeep>().Failure is { } failure)
        {
            var cause = ServerPaths.Hide(failure.Cause, services.GetRequiredService<Folders>()) ?? "";
            await ProblemAnswer.WriteAsync(context, Problem.RefreshFailed(cause)).ConfigureAwait(false);
            return;
        }

        var identity = services.GetRequiredService<SnapshotHolder>().Current!.Identity;
        var answer = new RefreshAnswer(
            identity != snapshot.Identity,
            new IndexAnswer(identity.Build, identity.BuiltAt, identity.Documents),
            Math.Round(clock.Elapsed.TotalMilliseconds, 2));
        await Gate.WriteJsonAsync(context, answer, WireJson.Wire.RefreshAnswer).ConfigureAwait(false);
    }
}
