using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// Makes an index of a published one, with all its documents: the cluster links its files, so that it takes neither their size nor the time
/// to make them. The published one takes no more writes from then on, which nobody does anyway.
/// </summary>
/// <param name="cluster">The cluster.</param>
internal sealed class IndexCopy(ClusterClient cluster)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Makes it.</summary>
    /// <param name="published">The published index.</param>
    /// <param name="index">The name of the new one.</param>
    /// <param name="mark">What the new one says of itself; that it is not published yet is among it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">The cluster refuses it, or has no place for it.</exception>
    public async ValueTask MakeAsync(string published, string index, IndexMark mark, CancellationToken cancellation)
    {
        await cluster.AskAsync("PUT", $"/{published}/_settings", _noWrites, _patience, cancellation).ConfigureAwait(false);
        var made = await NewIndex.MakeAsync(
            cluster, $"/{published}/_clone/{index}", IndexDefinition.WriteClone(mark), _patience, cancellation).ConfigureAwait(false);
        await new Copies(cluster).CheckPlaceAsync(index, made, cancellation).ConfigureAwait(false);
        await cluster.AskAsync("PUT", $"/{index}/_mapping", JsonBody.Object(mark.Write), _patience, cancellation).ConfigureAwait(false);
    }

    private static readonly ReadOnlyMemory<byte> _noWrites = JsonBody.Object(body => body.WriteBoolean("index.blocks.write", true));
}
