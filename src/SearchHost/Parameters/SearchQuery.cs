using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>A search request as it came over HTTP, checked.</summary>
internal sealed record SearchQuery
{
    /// <summary>What the index is asked.</summary>
    public required SearchRequest Request { get; init; }

    /// <summary>The elements around the words that were searched for.</summary>
    public MarkTags Tags { get; init; } = MarkTags.Default;

    /// <summary>Whether each value of a facet carries the address that selects it or takes it back.</summary>
    public bool HasFacetLinks { get; init; }

    /// <summary>Whether each snippet says without HTML, too, where its matches are.</summary>
    public bool HasMatches { get; init; }

    /// <summary>The fields that hits carry, each once, or <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The parts that the answer carries, each once, or <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>Sentences about what the host did to the request.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A request that was read: a query, or all of its faults.</summary>
/// <param name="Query">The query; <see langword="null"/> when there are faults.</param>
/// <param name="Faults">What is wrong; empty when there is a query.</param>
internal readonly record struct SearchQueryReading(SearchQuery? Query, FaultList Faults);
