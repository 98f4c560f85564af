using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Limits;

/// <summary>
/// Ends the requests that are still running some time after the host was asked to stop: they are told so with 503, and an answer that has
/// begun is cut off, which its client notices. Thread-safe.
/// </summary>
internal sealed class Stopping : IDisposable
{
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenRegistration _asked;

    /// <summary>Begins to count when the host is asked to stop.</summary>
    public Stopping(SearchHostOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        _late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _asked = lifetime.ApplicationStopping.Register(() => _late.CancelAfter(TimeSpan.FromSeconds(options.StopSeconds)));
    }

    /// <summary>Lets requests run, and ends those that are late.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var client = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(client, _late.Token);
        context.RequestAborted = either.Token;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_late.IsCancellationRequested && !client.IsCancellationRequested)
        {
            context.RequestAborted = client;
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            await ProblemAnswer.WriteAsync(context, Problem.Stopping).ConfigureAwait(false);
        }
        finally
        {
            context.RequestAborted = client;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asked.Dispose();
        _late.Dispose();
    }
}
