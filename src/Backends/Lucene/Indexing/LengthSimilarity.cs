using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>
/// Keeps how long a document is, as Lucene has since version 8: four significant bits. Scoring itself is <see cref="Bm25"/>.
/// </summary>
internal sealed class LengthSimilarity : Similarity
{
    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => LengthCode.Encode(state.Length);

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw Unused();

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => throw Unused();

    private static NotSupportedException Unused() => new($"Queries are scored by {nameof(Bm25)}, not by Lucene's searcher.");
}
