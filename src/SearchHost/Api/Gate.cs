using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Api;

/// <summary>An answer that needs the index.</summary>
public delegate Task SnapshotHandler(HttpContext context, IndexSnapshot snapshot);

/// <summary>What endpoints have in common: the one snapshot of a request, and faults that become problems.</summary>
public static class Gate
{
    /// <summary>Answers from one snapshot; while there is none yet the request waits, and is refused with 503 in the end.</summary>
    public static RequestDelegate WithSnapshot(SnapshotHandler handler) => async context =>
    {
        var services = context.RequestServices;
        var patience = TimeSpan.FromSeconds(services.GetRequiredService<SearchHostOptions>().StartupWaitSeconds);
        using var lease = await services.GetRequiredService<SnapshotHolder>()
            .LeaseAsync(patience, services.GetRequiredService<TimeProvider>(), context.RequestAborted).ConfigureAwait(false);
        if (lease is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NotReady).ConfigureAwait(false);
            return;
        }

        try
        {
            await handler(context, lease.Snapshot).ConfigureAwait(false);
        }
        catch (SearchRequestException fault)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(fault.Faults)).ConfigureAwait(false);
        }
    };

    /// <summary>Answers with JSON.</summary>
    public static async Task WriteJsonAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
