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
    /// <summary>How often something is asked that was not answered whole, the first time counted: for a second and a half.</summary>
    private const int MostTries = 8;

    private const string Search = "_search?allow_partial_search_results=false&request_cache=false&ignore_unavailable=false";

    private const string Documents = "_mget?realtime=false";

    private static readonly TimeSpan _leastPatience = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan _leastPause = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan _mostPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Sends a request and returns the answer, whatever it is.</summary>
    public ValueTask<ClusterAnswer> SendAsync(
        string method, string path, ReadOnlyMemory<byte> body = default, TimeSpan? patience = null,
        CancellationToken cancellation = default) =>
        connection.SendAsync(method, path, body, patience, cancellation);

    /// <summary>
    /// Asks for something, again where that may help, and returns what was answered; <see langword="null"/> where there is no such thing.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It was refused, or no node answered.</exception>
    public async ValueTask<JsonElement?> FindAsync(string path, CancellationToken cancellation)
    {
        var answer = await UntilGoodAsync(
            ending => connection.SendAsync("GET", path, default, null, ending), static answer => answer.IsDone || answer.Status == 404,
            cancellation).ConfigureAwait(false);
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
        WholeAsync($"/{index}/{Search}", body, SearchAnswers.IsWhole, limit);

    /// <summary>
    /// Reads some documents by their ids. An answer that lacks one since a part of the index did not answer is none, as for a search.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It was refused, or no whole answer came.</exception>
    /// <exception cref="TimeExceededException">The time is spent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ValueTask<JsonElement> ReadAsync(string index, ReadOnlyMemory<byte> body, TimeLimit limit) =>
        WholeAsync($"/{index}/{Documents}", body, SearchAnswers.HasEach, limit);

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private ValueTask<JsonElement> WholeAsync(
        string path, ReadOnlyMemory<byte> body, Func<JsonElement, bool> isWhole, TimeLimit limit) =>
        limit.WaitAsync(async cancellation =>
        {
            var answer = await UntilGoodAsync(
                ending => SendAsync(path, body, limit, ending), answer => answer.IsDone && isWhole(Read(answer)), cancellation)
                .ConfigureAwait(false);
            return !answer.IsDone || isWhole(Read(answer)) ? Read(answer) : throw NotWhole(answer);
        });

    /// <summary>Sends a request until its answer is good, or it does not pay to send it again.</summary>
    private static async ValueTask<ClusterAnswer> UntilGoodAsync(
        Func<CancellationToken, ValueTask<ClusterAnswer>> sendAsync, Func<ClusterAnswer, bool> isGood, CancellationToken cancellation)
    {
        var pause = _leastPause;
        for (int tries = 1; ; tries++)
        {
            var answer = await sendAsync(cancellation).ConfigureAwait(false);
            if (tries == MostTries || isGood(answer) || !(answer.IsDone || SearchAnswers.MayPass(answer)))
            {
                return answer;
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(false);
            pause = pause * 2 < _mostPause ? pause * 2 : _mostPause;
        }
    }

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

    /// <summary>
    /// A node that does not answer leaves time for another. One that is slow is not given up before: all would be asked for the same, and
    /// have even more to do.
    /// </summary>
    private TimeSpan Patience(TimeLimit limit)
    {
        var whole = limit.Left ?? settings.Patience;
        return Cluster.Patience.Of(limit.Left is null || settings.Nodes.Count == 1 ? whole : whole * 2 / 3);
    }

    private IndexUnavailableException NotWhole(ClusterAnswer answer) => new(
        IndexUnavailableReason.Unreachable,
        $"Some shards of the cluster did not answer ({settings}); {ClusterErrors.Of(answer.Node)}{SearchAnswers.WhatIsMissing(answer)}. "
            + "Probably a node went. Try again in a few seconds.");
}
