using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Runs the host to its end.</summary>
public static class Running
{
    /// <summary>Returns when somebody stops the host.</summary>
    /// <exception cref="StartFailedException">It could not listen, or there was no index to be had.</exception>
    public static async Task RunAsync(WebApplication application)
    {
        ArgumentNullException.ThrowIfNull(application);
        try
        {
            await application.StartAsync().ConfigureAwait(false);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartFailedException(
                $"{Addresses(application)} is taken by another program: stop that one, or listen elsewhere with --urls http://127.0.0.1:5081.", fault);
        }
        catch (Exception fault) when (fault is IOException or FormatException or InvalidOperationException or SocketException)
        {
            throw new StartFailedException($"Cannot listen on {Addresses(application)}: {fault.Message}", fault);
        }

        await application.WaitForShutdownAsync().ConfigureAwait(false);
        if (application.Services.GetRequiredService<IndexOpening>().Failure is { } failure)
        {
            throw failure;
        }
    }

    private static string Addresses(WebApplication application)
        => application.Configuration["urls"] is { Length: > 0 } urls ? urls : Listening.DefaultUrl;
}
