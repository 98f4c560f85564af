using ProposalSearch.Search;
using ProposalSearch.SearchHost.Metrics;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Searches, and has it counted.</summary>
internal static class Searching
{
    /// <summary>The answer of the index.</summary>
    public static async Task<SearchResponse> RunAsync(
        HttpContext context, IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellation)
    {
        var clock = Clock.Start(context);
        using var span = HostMetrics.Traces.StartActivity("search");
        var response = await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false);
        span?.SetTag("total", response.Total);
        context.RequestServices.GetRequiredService<HostMetrics>().Searched(request, response, clock.Elapsed);
        context.RequestServices.GetRequiredService<QueryReport>().Note(request, response);
        return response;
    }
}
