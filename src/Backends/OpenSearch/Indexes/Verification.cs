using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>Whether an index has all that was published.</summary>
internal static class Verification
{
    /// <summary>Looks for what is missing.</summary>
    public static async ValueTask<IndexVerification> OfAsync(IndexHandle index, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var body = JsonBody.Object(writer =>
            writer.Member("query", query => query.Member("exists", exists => exists.WriteString("field", Fields.Number))));
        var counted = await index.Cluster.AskAsync("POST", $"/{index.Name}/_count", body, cancellation: cancellation).ConfigureAwait(false);
        long there = counted.GetProperty("count").GetInt64();
        if (there != index.Mark.Documents)
        {
            faults.Add(FormattableString.Invariant(
                $"The index {index.Name} has {there} documents, and {index.Mark.Documents} were published."));
        }

        foreach (var blob in index.Mark.Blobs)
        {
            try
            {
                await index.ReadBlobAsync(blob.Name, cancellation).ConfigureAwait(false);
            }
            catch (IndexUnavailableException fault) when (fault.Reason == IndexUnavailableReason.Damaged)
            {
                faults.Add(fault.Message);
            }
        }

        return new IndexVerification(faults.Count > 0 ? 0 : 1 + index.Mark.Blobs.Count, faults);
    }
}
