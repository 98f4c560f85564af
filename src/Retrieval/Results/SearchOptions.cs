using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Retrieval.Results;

/// <summary>What is wanted of a search beside its query.</summary>
public sealed record SearchOptions
{
    /// <summary>Hits wanted, the best first. 0 only counts.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Only hits that come after this one.</summary>
    public RankedDocument? After { get; init; }

    /// <summary>The order.</summary>
    public SortBy Sort { get; init; } = SortBy.Score;

    /// <summary>Filters, each on its own column; all must hold.</summary>
    public IReadOnlyList<ColumnFilter> Filters { get; init; } = [];

    /// <summary>Text columns to count, each without regard to a filter of the same column.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>
    /// Whether <see cref="SearchResult.Total"/> is wanted. Without it, facets and filters, a search may skip what cannot become a hit.
    /// </summary>
    public bool Count { get; init; } = true;

    /// <summary>Postings from which on it pays to skip. Below, looking at all of them is quicker than bounding them.</summary>
    public long PruneFrom { get; init; } = 16_384;

    /// <summary>Whether nothing is asked for that needs all matches.</summary>
    public bool CanPrune => !Count && Filters.Count == 0 && Facets.Count == 0 && Sort.Kind == SortKind.Score;
}

/// <summary>A condition on one column.</summary>
/// <param name="Column">The column, for facets.</param>
/// <param name="Condition">The condition.</param>
public sealed record ColumnFilter(string Column, Query Condition);

/// <summary>An order of hits; ties are broken by score, then in the order in which documents were added.</summary>
/// <param name="Kind">What to sort by.</param>
/// <param name="Column">The column, where it is by one.</param>
/// <param name="Descending">Greatest first. Documents without a value are last in any case.</param>
public sealed record SortBy(SortKind Kind, string Column = "", bool Descending = false)
{
    /// <summary>By score, the best first.</summary>
    public static SortBy Score { get; } = new(SortKind.Score);
}

/// <summary>What hits are sorted by.</summary>
public enum SortKind
{
    /// <summary>The score.</summary>
    Score,

    /// <summary>A number column.</summary>
    Number,

    /// <summary>A text column, by the UTF-8 bytes of its values.</summary>
    Text,
}
