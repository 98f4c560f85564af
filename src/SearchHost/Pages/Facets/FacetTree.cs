using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>Values of a facet with those below them.</summary>
internal sealed class FacetTree
{
    private readonly ILookup<string, FacetValue> _below;

    /// <summary>The tree of these values, in their order.</summary>
    public FacetTree(IReadOnlyList<FacetValue> values)
    {
        var all = values.Select(static value => value.Value).ToHashSet(StringComparer.Ordinal);
        var byParent = values.ToLookup(value => value.Parent is { } parent && all.Contains(parent));
        _below = byParent[true].ToLookup(static value => value.Parent!, StringComparer.Ordinal);
        Highest = [.. byParent[false]];
    }

    /// <summary>The values that are below none of the others.</summary>
    public IReadOnlyList<FacetValue> Highest { get; }

    /// <summary>The values right below one.</summary>
    public IReadOnlyList<FacetValue> Below(FacetValue value) => [.. _below[value.Value]];

    /// <summary>Whether a value, or one below it, is of a kind.</summary>
    public bool Has(FacetValue value, Predicate<FacetValue> isOfKind) =>
        isOfKind(value) || _below[value.Value].Any(below => Has(below, isOfKind));

    /// <summary>What a value is called where those above it can be seen: its last part.</summary>
    /// <param name="value">The value.</param>
    /// <param name="separator">See <see cref="Proposals.FacetDefinition.Separator"/>.</param>
    public string Name(FacetValue value, string? separator)
    {
        var isBelow = separator is not null && value.Parent is { } parent && _below[parent].Contains(value);
        return isBelow ? value.Label[(value.Parent!.Length + separator!.Length)..] : value.Label;
    }
}
