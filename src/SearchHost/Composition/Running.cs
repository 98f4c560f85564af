using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Runs the host to its end.</summary>
internal static class Running
{
    /// <summary>Returns when somebody stops the host.</summary>
    /// <exception cref="StartFailedException">It could not listen, or there was no index to be had.</exception>
    public static async Task RunAsync(WebApplication application, CancellationToken stop)
    {
        try
        {
            await application.StartAsync(stop).ConfigureAwait(false);
        }
        catch (Exception fault) when (ListenFailure.Of(fault, application.Configuration) is { } failure)
        {
            throw failure;
        }

        await application.WaitForShutdownAsync(stop).ConfigureAwait(false);
        if (application.Services.GetRequiredService<IndexOpening>().Failure is { } late)
        {
            throw late;
        }
    }
}
