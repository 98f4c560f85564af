using System.Text.Json;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// Asks a cluster, and gives an answer that is whole, or an error in the words of the contract. Thread-safe.
/// </summary>
/// <param name="connection">Reaches its nodes.</param>
/// <param name="settings">Which cluster.</param>
internal sealed class ClusterClient(ClusterConnection connection, OpenSearchSettings settings) : IDisposable
{
    /// <summary>How often a search is asked that some of its shards did not answer, the first time counted.</summary>
    private const int MostTries = 4;

    private const string Search = "_search?allow_partial_search_results=false&request_cache=false&ignore_unavailable=false";

    private static readonly TimeSpan _leastPatience = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Sends a request and returns the answer, whatever it is.</summary>
    public ValueTask<ClusterAnswer> SendAsync(
        string method, string path, ReadOnlyMemory<byte> body = default, TimeSpan? patience = null,
        CancellationToken cancellation = default) =>
        connection.SendAsync(method, path, body, patience, cancellation);

    /// <summary>Sends a request and returns what was answered; <see langword="null"/> where there is no such thing.</summary>
    /// <exception cref="IndexUnavailableException">It was refused, or no node answered.</exception>
    public async ValueTask<JsonElement?> FindAsync(string path, CancellationToken cancellation)
    {
        var answer = await connection.SendAsync("GET", path, default, null, cancellation).ConfigureAwait(false);
        return answer.Status == 404 ? null : Read(answer);
    }

    /// <summary>Sends a request and returns what was answered.</summary>
    /// <exception cref="IndexUnavailableException">It was refused, or no node answered.</exception>
    public async ValueTask<JsonElement> AskAsync(
        string method, string path, ReadOnlyMemory<byte> body = default, TimeSpan? patience = null,
        CancellationToken cancellation = default) =>
        Read(await connection.SendAsync(method, path, body, patience, cancellation).ConfigureAwait(false));

    /// <summary>
    /// Searches an index. An answer of some shards only is none: it is asked for again, of another node, while there is time.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It was refused, or no whole answer came.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ValueTask<JsonElement> SearchAsync(string index, ReadOnlyMemory<byte> body, TimeLimit limit) =>
        limit.WaitAsync(async cancellation =>
        {
            for (int tries = 1; ; tries++)
            {
                var answer = await SendAsync($"/{index}/{Search}", body, limit, cancellation).ConfigureAwait(false);
                if (answer.IsDone && Read(answer) is var whole && SearchAnswers.IsWhole(whole))
                {
                    return whole;
                }

                if (tries == MostTries || !(answer.IsDone || SearchAnswers.MayPass(answer)))
                {
                    throw answer.IsDone ? NotWhole() : ClusterErrors.Of(answer);
                }

                await Task.Delay(_pause * tries, cancellation).ConfigureAwait(false);
            }
        });

    /// <summary>Asks for something within the time of a search.</summary>
    public ValueTask<JsonElement> AskAsync(string method, string path, ReadOnlyMemory<byte> body, TimeLimit limit) =>
        limit.WaitAsync(cancellation => AskAsync(method, path, body, Patience(limit), cancellation));

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    /// <summary>Sends a search; where nodes were too slow for it until its time was as good as spent, that is what is said.</summary>
    private async ValueTask<ClusterAnswer> SendAsync(
        string path, ReadOnlyMemory<byte> body, TimeLimit limit, CancellationToken cancellation)
    {
        try
        {
            return await connection.SendAsync("POST", path, body, Patience(limit), cancellation).ConfigureAwait(false);
        }
        catch (IndexUnavailableException) when (limit.Left < _leastPatience)
        {
            throw new TimeExceededException(limit.Budget ?? TimeSpan.Zero);
        }
    }

    private static JsonElement Read(ClusterAnswer answer) =>
        answer.IsDone ? SearchAnswers.Parse(answer.Body) : throw ClusterErrors.Of(answer);

    /// <summary>A node that does not answer leaves time for another.</summary>
    private TimeSpan Patience(TimeLimit limit)
    {
        var part = limit.Left is { } left && settings.Nodes.Count > 1 ? left / 2 : limit.Left ?? settings.Patience;
        return part > settings.Patience ? settings.Patience : part < _leastPatience ? _leastPatience : part;
    }

    private IndexUnavailableException NotWhole() => new(
        IndexUnavailableReason.Unreachable,
        $"Some shards of the cluster did not answer ({settings}). Probably a node went. Try again in a few seconds.");
}
