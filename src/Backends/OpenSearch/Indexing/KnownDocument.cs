using System.Globalization;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>A document that is in an index, which is to be replaced or removed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Digest">What it was made of.</param>
/// <param name="Document">Its texts.</param>
internal sealed record KnownDocument(int Number, UInt128 Digest, StoredDocument Document)
{
    /// <summary>The documents of an index with some ids, by these.</summary>
    /// <param name="index">Reads them.</param>
    /// <param name="name">The index where they are looked up.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">It cannot be read.</exception>
    public static async ValueTask<Dictionary<string, KnownDocument>> FindAsync(
        IndexHandle index, string name, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteNumber("size", ids.Count);
            writer.Member("docvalue_fields", [Fields.Digest]);
            writer.Member("query", query => query.Member("terms", terms => terms.Member(Fields.Id, ids.Select(LongTexts.Token))));
        });
        var answer = await index.Cluster.SearchAsync(name, body, new TimeLimit(null, TimeProvider.System, cancellation))
            .ConfigureAwait(false);
        return answer.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => new KnownDocument(
                NewNumbers.NumberOf(hit),
                UInt128.Parse(
                    hit.GetProperty("fields").GetProperty(Fields.Digest)[0].GetString()!, NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture),
                index.Read(hit)))
            .ToDictionary(known => known.Document.Id, StringComparer.Ordinal);
    }
}
