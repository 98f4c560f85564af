using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>
/// What an earlier build left in an index that this one goes on with: documents that are there as this build would send them are not sent
/// again, others take their place, and what is left over is removed. Documents come with rising numbers. Not thread-safe.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="index">The index, which nobody else writes to.</param>
/// <param name="sender">Sends what is not there.</param>
internal sealed class LeftDocuments(ClusterClient cluster, string index, BulkSender sender)
{
    /// <summary>Documents that are looked up together.</summary>
    private const int Batch = 256;

    /// <summary>Bytes of requests from which on documents are looked up, however few they are.</summary>
    private const int BatchBytes = 4 << 20;

    /// <summary>What is removed at a time: as many hits as the server gives.</summary>
    private const int MostRemoved = 10_000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly List<(int Number, DocumentContent Content, BulkItem Item)> _waiting = [];
    private long _bytes;
    private int _last;

    /// <summary>Documents that were there, and were not sent.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Sends a document, unless it is there as it would be sent.</summary>
    /// <exception cref="IndexUnavailableException">The index cannot be read, or something sent before could not be written.</exception>
    public async ValueTask AddAsync(int number, DocumentContent content, BulkItem item, CancellationToken cancellation)
    {
        _waiting.Add((number, content, item));
        (_bytes, _last) = (_bytes + item.Lines.Length, number);
        if (_waiting.Count >= Batch || _bytes >= BatchBytes)
        {
            await SendWaitingAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends what is waiting, and removes what is no document of this build: those beyond its last, and what is beside them.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The index cannot be read, or something could not be written.</exception>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await SendWaitingAsync(cancellation).ConfigureAwait(false);
        for (var rest = await RestAsync(cancellation).ConfigureAwait(false); rest.Count > 0;
            rest = await RestAsync(cancellation).ConfigureAwait(false))
        {
            foreach (string id in rest)
            {
                await sender.AddAsync(DocumentLines.Rest(id), cancellation).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask SendWaitingAsync(CancellationToken cancellation)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var there = await ThereAsync(_waiting[0].Number, _waiting[^1].Number, cancellation).ConfigureAwait(false);
        foreach (var (number, content, item) in _waiting)
        {
            if (there.TryGetValue(number, out var hit) && IsSame(hit, content))
            {
                AlreadyThere++;
            }
            else
            {
                await sender.AddAsync(item, cancellation).ConfigureAwait(false);
            }
        }

        _waiting.Clear();
        _bytes = 0;
    }

    /// <summary>The texts and the values decide what is written of a document; the digest has part of them, and the numbers.</summary>
    private static bool IsSame(JsonElement hit, DocumentContent content) =>
        hit.GetProperty("fields").GetProperty(Fields.Digest)[0].GetString() == content.Digest
            && hit.GetProperty("_source").GetProperty(Fields.Record).GetBytesFromBase64().AsSpan().SequenceEqual(content.Record);

    private async ValueTask<Dictionary<int, JsonElement>> ThereAsync(int first, int last, CancellationToken cancellation)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteNumber("size", _waiting.Count);
            writer.WriteBoolean("track_total_hits", false);
            writer.Member("docvalue_fields", [Fields.Digest]);
            writer.Member("query", query => query.Member("range", range => range.Member(Fields.Number, numbers =>
            {
                numbers.WriteNumber("gte", first);
                numbers.WriteNumber("lte", last);
            })));
        });
        return (await HitsAsync(body, cancellation).ConfigureAwait(false)).EnumerateArray().ToDictionary(NewNumbers.NumberOf);
    }

    /// <summary>The ids on the cluster of what is to be removed.</summary>
    private async ValueTask<List<string>> RestAsync(CancellationToken cancellation)
    {
        await sender.FlushAsync(cancellation).ConfigureAwait(false);
        await cluster.AskAsync("POST", $"/{index}/_refresh", default, _patience, cancellation).ConfigureAwait(false);
        var body = JsonBody.Object(writer =>
        {
            writer.WriteNumber("size", MostRemoved);
            writer.WriteBoolean("track_total_hits", false);
            writer.WriteBoolean("_source", false);
            writer.Member("query", query => query.Member("bool", all => all.Member("must_not", kept =>
                kept.Member("range", range => range.Member(Fields.Number, numbers => numbers.WriteNumber("lte", _last))))));
        });
        return [.. (await HitsAsync(body, cancellation).ConfigureAwait(false)).EnumerateArray()
            .Select(hit => hit.GetProperty("_id").GetString()!)];
    }

    private async ValueTask<JsonElement> HitsAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var answer = await cluster.SearchAsync(index, body, new TimeLimit(null, TimeProvider.System, cancellation)).ConfigureAwait(false);
        return answer.GetProperty("hits").GetProperty("hits");
    }
}
