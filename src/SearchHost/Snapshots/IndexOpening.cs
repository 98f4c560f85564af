using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Opens the index in the background once the server listens, and prints its addresses. A failure stops the host; <see cref="Failure"/>
/// then says why.
/// </summary>
internal sealed partial class IndexOpening(
    IndexPreparation preparation,
    IndexRenewal renewal,
    SnapshotHolder holder,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<IndexOpening> logger,
    SnapshotWarmUp warmUp) : BackgroundService
{
    /// <summary>Why the host stopped, or <see langword="null"/>.</summary>
    public StartFailedException? Failure { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListeningAsync(stoppingToken).ConfigureAwait(false);
            var index = await Task.Run(() => preparation.OpenAsync(stoppingToken, renewal.Fail), stoppingToken).ConfigureAwait(false);
            var snapshot = new IndexSnapshot(index);
            await warmUp.RunAsync(snapshot, stoppingToken).ConfigureAwait(false);
            holder.Publish(snapshot);
            SayReady(index.Identity.Documents);
        }
        catch (StartFailedException failure)
        {
            Stop(failure);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Somebody stopped the host before the index was ready: that is no failure.
        }
        catch (Exception fault)
        {
            LogUnexpected(fault);
            Stop(new StartFailedException(
                $"The index could not be prepared, for a reason that nobody foresaw: {fault.Message} "
                + "The log has the details; please report it.",
                fault));
        }
    }

    private void Stop(StartFailedException failure)
    {
        Failure = failure;
        lifetime.StopApplication();
    }

    private async Task ListeningAsync(CancellationToken stopping)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stopping).ConfigureAwait(false);
    }

    private void SayReady(long documents)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.Out.WriteLine(FormattableString.Invariant(
            $"ProposalSearch is ready: {documents:N0} proposals at {string.Join(" and ", addresses)} (Ctrl+C stops it)"));
    }

    [LoggerMessage(EventId = 7, Level = LogLevel.Error, Message = "The index could not be prepared.")]
    private partial void LogUnexpected(Exception fault);
}
