using System.Diagnostics;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// The copies of an index on other nodes: made before somebody searches it, so that a node may be lost from the first moment on.
/// </summary>
/// <param name="cluster">The cluster.</param>
internal sealed class Copies(ClusterClient cluster)
{
    private const string Wait = "&wait_for_no_initializing_shards=true&timeout=20s";

    /// <summary>For what changes the cluster, and for one wait.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan _mostWithoutProgress = TimeSpan.FromHours(1);

    /// <summary>
    /// Has all that was sent written to disk, and copies of these files made: a copy that began before would need the texts of single
    /// changes, which are not kept (<see cref="IndexDefinition"/>). Waits for as many as there are nodes for, as long as the cluster is at
    /// it or has put it off, for it makes some at a time only; an hour without another one at most. One that no node has room for is not
    /// waited for: the cluster makes it when it can.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="shards">Its parts.</param>
    /// <param name="copies">Copies of each.</param>
    /// <param name="waits">Told now and then how many parts are still to be copied.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask MakeAsync(string index, int shards, int copies, Func<int, ValueTask> waits, CancellationToken cancellation)
    {
        await FlushAsync(index, cancellation).ConfigureAwait(false);
        if (copies == 0)
        {
            return;
        }

        var body = JsonBody.Object(writer => writer.Member("index", settings => settings.WriteNumber("number_of_replicas", copies)));
        await cluster.AskAsync("PUT", $"/{index}/_settings", body, _patience, cancellation).ConfigureAwait(false);
        int nodes = (await HealthAsync(index, "", cancellation).ConfigureAwait(false)).GetProperty("number_of_data_nodes").GetInt32();
        await WaitAsync(index, shards, shards * Math.Min(copies + 1, nodes), waits, cancellation).ConfigureAwait(false);
    }

    private async ValueTask WaitAsync(string index, int shards, int wanted, Func<int, ValueTask> waits, CancellationToken cancellation)
    {
        string wait = FormattableString.Invariant($"?wait_for_active_shards={wanted}{Wait}");
        var (there, since) = (-1, Stopwatch.GetTimestamp());
        while (true)
        {
            var health = await HealthAsync(index, wait, cancellation).ConfigureAwait(false);
            if (!health.GetProperty("timed_out").GetBoolean())
            {
                return;
            }

            if (health.GetProperty("active_shards").GetInt32() is var active && active != there)
            {
                (there, since) = (active, Stopwatch.GetTimestamp());
            }

            bool isAtIt = health.GetProperty("initializing_shards").GetInt32() > 0
                || await IsPutOffAsync(index, shards, cancellation).ConfigureAwait(false);
            if (!isAtIt || Stopwatch.GetElapsedTime(since) > _mostWithoutProgress)
            {
                return;
            }

            await waits(Math.Max(1, wanted - active)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a copy waits for others that are being made, such as those of another index.</summary>
    private async ValueTask<bool> IsPutOffAsync(string index, int shards, CancellationToken cancellation)
    {
        for (int shard = 0; shard < shards; shard++)
        {
            if (await ExplainAsync(index, shard, isPrimary: false, cancellation).ConfigureAwait(false) is { } said
                && said.TryGetProperty("can_allocate", out var can) && can.GetString() is "throttled" or "awaiting_info")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Refuses to go on with an index whose parts are on no node.</summary>
    /// <param name="index">The index.</param>
    /// <param name="made">What the cluster answered when it made it; <see langword="null"/> where that was lost.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">The cluster has no place for it.</exception>
    public async ValueTask CheckPlaceAsync(string index, JsonElement? made, CancellationToken cancellation)
    {
        if (made is { } told && told.TryGetProperty("shards_acknowledged", out var isPlaced) && isPlaced.GetBoolean())
        {
            return;
        }

        var health = await HealthAsync(index, "?wait_for_status=yellow&timeout=20s", cancellation).ConfigureAwait(false);
        if (health.GetProperty("timed_out").GetBoolean())
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                $"The cluster has no place for the index {index}: {await ReasonAsync(index, cancellation).ConfigureAwait(false)} Probably "
                    + "its disks are nearly full: make room, or add a node, then index again. What was published before is searched as it "
                    + "was.");
        }
    }

    private async ValueTask FlushAsync(string index, CancellationToken cancellation)
    {
        var flushed = await cluster.AskAsync("POST", $"/{index}/_flush", default, _patience, cancellation).ConfigureAwait(false);
        if (flushed.GetProperty("_shards").GetProperty("failed").GetInt32() is > 0 and var failed)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                FormattableString.Invariant($"{failed} parts of {index} were not written to disk. ")
                    + "Probably a node went, or its disk is full. Index again; what was published before is searched as it was.");
        }
    }

    /// <summary>What keeps the first part from a node, in the cluster's words.</summary>
    private async ValueTask<string> ReasonAsync(string index, CancellationToken cancellation)
    {
        if (await ExplainAsync(index, 0, isPrimary: true, cancellation).ConfigureAwait(false) is not { } said
            || !said.TryGetProperty("node_allocation_decisions", out var nodes))
        {
            return "it does not say why.";
        }

        string[] reasons =
        [
            .. nodes.EnumerateArray().Where(node => node.TryGetProperty("deciders", out _))
                .SelectMany(node => node.GetProperty("deciders").EnumerateArray())
                .Select(decider => decider.GetProperty("explanation").GetString()!).Distinct().Take(2),
        ];
        return string.Join("; ", reasons) + ".";
    }

    /// <summary>Where a part of an index may be placed; <see langword="null"/> where the cluster does not say.</summary>
    private async ValueTask<JsonElement?> ExplainAsync(string index, int shard, bool isPrimary, CancellationToken cancellation)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteString("index", index);
            writer.WriteNumber("shard", shard);
            writer.WriteBoolean("primary", isPrimary);
        });
        var answer = await cluster.SendAsync("POST", "/_cluster/allocation/explain", body, null, cancellation).ConfigureAwait(false);
        return answer.IsDone ? SearchAnswers.Parse(answer.Body) : null;
    }

    /// <summary>How an index is; a wait that was too short is answered with 408, and says so.</summary>
    private async ValueTask<JsonElement> HealthAsync(string index, string wait, CancellationToken cancellation)
    {
        var answer = await cluster.SendAsync("GET", $"/_cluster/health/{index}{wait}", default, _patience, cancellation)
            .ConfigureAwait(false);
        return answer.IsDone || answer.Status == 408 ? SearchAnswers.Parse(answer.Body) : throw ClusterErrors.Of(answer);
    }
}
