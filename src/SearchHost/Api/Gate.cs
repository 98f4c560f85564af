using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary>An answer that needs the index.</summary>
internal delegate Task SnapshotHandler(HttpContext context, IndexSnapshot snapshot);

/// <summary>What endpoints have in common: the one snapshot of a request, and faults that become problems.</summary>
internal static class Gate
{
    private const string JsonType = "application/json; charset=utf-8";

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
            await ProblemAnswer.WriteAsync(context, Problem.Of(fault.All)).ConfigureAwait(false);
        }
        catch (SearchTimeExceededException exceeded)
        {
            await ProblemAnswer.WriteAsync(context, Problem.TimeExceeded(exceeded.Message)).ConfigureAwait(false);
        }
    };

    /// <summary>Answers with JSON, sent while it is made: the whole text of an answer is nowhere in memory.</summary>
    public static Task WriteJsonAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = JsonType;
        return JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, type, context.RequestAborted);
    }

    /// <summary>
    /// Answers with the same JSON, in half of the time: it is made as a whole, which an answer of no more than some hundred kilobytes may
    /// be, and its length is told.
    /// </summary>
    public static Task WriteShortJsonAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = JsonType;
        return WholeAnswer.SendAsync(context, (answer, type), static (target, one) => WireJson.Write(target, one.answer, one.type));
    }
}
