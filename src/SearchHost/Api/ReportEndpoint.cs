using ProposalSearch.SearchHost.Metrics;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/report</c>: what is searched for, for whoever knows the key. There only where the settings ask for it.</summary>
internal static class ReportEndpoint
{
    /// <summary>Answers with the counts.</summary>
    public static async Task GetAsync(HttpContext context)
    {
        if (await AdminKey.AllowsAsync(context).ConfigureAwait(false))
        {
            var counts = context.RequestServices.GetRequiredService<QueryReport>().Read();
            await Gate.WriteJsonAsync(context, counts, WireJson.Wire.QueryCounts).ConfigureAwait(false);
        }
    }
}
