using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// Has a build go on with an index of the same definition that another one left unfinished. It never writes into that one, but has the
/// cluster make an index of it: so what one build writes is never written by another, even where the other is still at work after all. That
/// one is refused from then on.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="editions">The indexes behind the alias.</param>
/// <param name="clock">Names the new index.</param>
internal sealed class UnfinishedBuild(ClusterClient cluster, Editions editions, TimeProvider clock)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Makes an index of the last one that was left unfinished, and can be read.</summary>
    /// <param name="mark">What the new one says of itself, and its definition with it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The name of the new index; <see langword="null"/> where there is none to go on with.</returns>
    public async ValueTask<string?> TakeUpAsync(IndexMark mark, CancellationToken cancellation)
    {
        foreach (var left in await editions.LeftAsync(mark.Alias, mark.Writer!.Definition, cancellation).ConfigureAwait(false))
        {
            string name = IndexNames.Edition(mark.Alias, clock.GetUtcNow());
            try
            {
                if (!await IsWholeAsync(left.Name, cancellation).ConfigureAwait(false))
                {
                    continue;
                }

                await new IndexCopy(cluster).MakeAsync(left.Name, name, mark, cancellation).ConfigureAwait(false);
                await cluster.AskAsync("POST", $"/{name}/_refresh", default, _patience, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is IndexUnavailableException or OperationCanceledException)
            {
                await editions.TryRemoveAsync(name).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
                continue;
            }

            await RemoveAsync(left).ConfigureAwait(false);
            return name;
        }

        return null;
    }

    /// <summary>
    /// Where it is only likely that nobody writes it any more, it stays for a day: it might be published at this moment.
    /// </summary>
    private async ValueTask RemoveAsync(OwnIndex left)
    {
        if (editions.IsGivenUp(left))
        {
            await editions.TryRemoveAsync(left.Name).ConfigureAwait(false);
        }
    }

    /// <summary>Whether all parts of an index are on nodes that answer.</summary>
    private async ValueTask<bool> IsWholeAsync(string index, CancellationToken cancellation)
    {
        var health = await cluster.AskAsync("GET", $"/_cluster/health/{index}?timeout=0s", default, _patience, cancellation)
            .ConfigureAwait(false);
        return health.GetProperty("status").GetString() != "red";
    }
}
