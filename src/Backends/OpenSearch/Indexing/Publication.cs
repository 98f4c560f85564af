using System.Security.Cryptography;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>The end of a build and of changes: an index is checked, marked, copied, and takes the place of the one before.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="editions">The indexes behind the alias.</param>
/// <param name="options">How indexes are made on the cluster.</param>
/// <param name="clock">Tells when it is published.</param>
internal sealed class Publication(ClusterClient cluster, Editions editions, OpenSearchSettings options, TimeProvider clock)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Copies _copies = new(cluster);

    /// <summary>The indexes behind the alias.</summary>
    public Editions Editions => editions;

    /// <summary>How indexes are made on the cluster.</summary>
    public OpenSearchSettings Options => options;

    /// <summary>Sends what the index keeps beside its documents.</summary>
    /// <param name="sender">Sends it, and all that was given to it before.</param>
    /// <param name="tally">What the index says of its documents.</param>
    /// <param name="blobs">What it keeps in place of what it kept under these names.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async ValueTask SendAsync(
        BulkSender sender, ContentTally tally, IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation)
    {
        List<IndexBlob> kept = [.. blobs, .. tally.Blobs()];
        var before = tally.Mark.Blobs.ToDictionary(blob => blob.Name, StringComparer.Ordinal);
        foreach (var blob in kept)
        {
            int parts = DocumentLines.PartsOf(blob.Bytes.Length);
            foreach (var item in DocumentLines.Of(blob)
                .Concat(DocumentLines.Removals(blob.Name, parts, before.GetValueOrDefault(blob.Name)?.Parts ?? 0)))
            {
                await sender.AddAsync(item, cancellation).ConfigureAwait(false);
            }

            before[blob.Name] = new KeptBlob(
                blob.Name, blob.Bytes.Length, parts, Convert.ToHexStringLower(SHA256.HashData(blob.Bytes.Span)), blob.IsHistory);
        }

        await sender.FlushAsync(cancellation).ConfigureAwait(false);
        tally.Mark = tally.Mark with { Blobs = [.. before.Values], Terms = tally.Terms };
    }

    /// <summary>Refuses an index that has not all documents that were sent.</summary>
    /// <exception cref="IndexUnavailableException">It has others.</exception>
    public async ValueTask CheckAsync(string index, IndexMark mark, CancellationToken cancellation)
    {
        var refreshed = await cluster.AskAsync("POST", $"/{index}/_refresh", default, _patience, cancellation).ConfigureAwait(false);
        var body = JsonBody.Object(writer =>
            writer.Member("query", query => query.Member("exists", exists => exists.WriteString("field", Fields.Number))));
        var counted = await cluster.AskAsync("POST", $"/{index}/_count", body, _patience, cancellation).ConfigureAwait(false);
        long there = counted.GetProperty("count").GetInt64();
        int failed = refreshed.GetProperty("_shards").GetProperty("failed").GetInt32()
            + counted.GetProperty("_shards").GetProperty("failed").GetInt32();
        if (failed > 0 || there != mark.Documents)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                FormattableString.Invariant($"Of {mark.Documents} documents the cluster has {there} in {index}; {failed} shards failed. ")
                    + "Probably a node went. Index again; what was published before is searched as it was.");
        }
    }

    /// <summary>
    /// Has the alias stand for an index that was checked, when its copies are made. It says that it is published before the alias stands
    /// for it, so that nobody removes what the alias may stand for, even where the answer to that request was lost.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="checkedMark">What it says of itself.</param>
    /// <param name="waits">Told now and then how many of its parts are still to be copied.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What the index says of itself now.</returns>
    public async ValueTask<IndexMark> PublishAsync(
        string index, IndexMark checkedMark, Func<int, ValueTask> waits, CancellationToken cancellation)
    {
        await _copies.MakeAsync(index, options.Shards, options.Replicas, waits, cancellation).ConfigureAwait(false);
        var mark = checkedMark with { Writer = null, PublishedAt = clock.GetUtcNow(), Build = checkedMark.NameContent() };
        await editions.CheckAsync(mark.Alias, cancellation).ConfigureAwait(false);
        await cluster.AskAsync("PUT", $"/{index}/_mapping", JsonBody.Object(mark.Write), _patience, cancellation).ConfigureAwait(false);
        await editions.SwitchAsync(mark.Alias, index, cancellation).ConfigureAwait(false);
        return mark;
    }
}
