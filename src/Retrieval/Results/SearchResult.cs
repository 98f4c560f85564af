namespace ProposalSearch.Retrieval.Results;

/// <summary>What a search found.</summary>
/// <param name="Total">Documents that match query and filters; -1 where that was not wanted.</param>
/// <param name="UnfilteredTotal">Documents that match the query; -1 where that was not wanted.</param>
/// <param name="Hits">The best.</param>
/// <param name="Facets">Counts of the columns asked for, in that order.</param>
public sealed record SearchResult(long Total, long UnfilteredTotal, IReadOnlyList<RankedDocument> Hits, IReadOnlyList<ColumnCounts> Facets)
{
    /// <summary>What the engine knows of the search, for what else is asked about it: only whoever answered it looks at it.</summary>
    public object? Plan { get; init; }
}

/// <summary>Counts of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">Values with their counts, those with none left out; sorted by the UTF-8 bytes of the value.</param>
/// <param name="Missing">Documents without a value.</param>
public sealed record ColumnCounts(string Column, IReadOnlyList<KeyValuePair<string, long>> Values, long Missing);
