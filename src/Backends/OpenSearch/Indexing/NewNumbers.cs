using System.Globalization;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>
/// The numbers of documents that are new in an index, where they belong by the ordinal order of ids: between the numbers of their
/// neighbours. Not thread-safe.
/// </summary>
/// <param name="index">The index as it was published, whose documents were added in the order of their ids.</param>
internal sealed class NewNumbers(IndexHandle index)
{
    /// <summary>
    /// A new number is nearer to the one before, since new documents mostly come in their order: some sixty fit so between two of a small
    /// archive, in the worst order four.
    /// </summary>
    private const int Share = 8;

    private readonly SortedList<string, int> _new = new(StringComparer.Ordinal);

    /// <summary>The number of a new document.</summary>
    /// <exception cref="UpdateRefusedException">There is none left, or none can be told.</exception>
    public async ValueTask<int> AddAsync(string id, CancellationToken cancellation)
    {
        if (id.Any(static letter => letter >= '\uD800') || !ReferenceEquals(LongTexts.Token(id), id))
        {
            throw new UpdateRefusedException($"The id '{id}' is ordered differently on the cluster.");
        }

        int at = FirstAfter(id);
        long before = Math.Max(
            at > 0 ? _new.Values[at - 1] : 0, await NeighbourAsync(id, "lt", "desc", cancellation).ConfigureAwait(false) ?? 0);
        long? after = await NeighbourAsync(id, "gt", "asc", cancellation).ConfigureAwait(false);
        after = at < _new.Count && !(after < _new.Values[at]) ? _new.Values[at] : after;
        long number = after is { } next
            ? before + Math.Max(1, (next - before) / Share) : before + DocumentNumbers.DistanceAfter(index.Mark.Documents + _new.Count);
        if (number >= after || number > int.MaxValue)
        {
            throw new UpdateRefusedException($"There is no number left for a document with the id '{id}' between its neighbours.");
        }

        _new.Add(id, (int)number);
        return (int)number;
    }

    /// <summary>The number of the next document before or after an id; <see langword="null"/> where there is none.</summary>
    private async ValueTask<int?> NeighbourAsync(string id, string side, string order, CancellationToken cancellation)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteNumber("size", 1);
            writer.WriteBoolean("_source", false);
            writer.WriteBoolean("track_total_hits", false);
            writer.Member("query", query => query.Member("range", range => range.Member(Fields.Id, ids => ids.WriteString(side, id))));
            writer.Member("sort", sort => sort.WriteString(Fields.Id, order));
        });
        var answer = await index.Cluster.SearchAsync(index.Name, body, new TimeLimit(null, TimeProvider.System, cancellation))
            .ConfigureAwait(false);
        var hits = answer.GetProperty("hits").GetProperty("hits");
        return hits.GetArrayLength() == 0 ? null : NumberOf(hits[0]);
    }

    /// <summary>The number of a hit.</summary>
    public static int NumberOf(JsonElement hit) => int.Parse(hit.GetProperty("_id").GetString()!, CultureInfo.InvariantCulture);

    private int FirstAfter(string id)
    {
        int low = 0;
        for (int high = _new.Count; low < high;)
        {
            int middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_new.Keys[middle], id) > 0 ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
