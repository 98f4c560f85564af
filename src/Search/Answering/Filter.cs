using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Answering;

/// <summary>The contract's filters as the engine's.</summary>
internal static class Filter
{
    /// <summary>The engine's filter; <see langword="null"/> where the filter lets all pass.</summary>
    public static ColumnFilter? Of(FacetFilter filter, LoadedFacets facets)
    {
        var needed = new List<Query>();
        if (filter.Include.Count > 0)
        {
            needed.Add(Any(filter.Field, filter.Include, facets));
        }

        if (filter.Range is { } range)
        {
            needed.Add(facets.Between(filter.Field, range.From, range.To));
        }

        Query[] excluded = filter.Exclude.Count > 0 ? [Any(filter.Field, filter.Exclude, facets)] : [];
        if (needed.Count + excluded.Length == 0)
        {
            return null;
        }

        return new ColumnFilter(filter.Field, new BooleanQuery { Filter = needed.Count > 0 ? needed : [new AllQuery()], Not = excluded });
    }

    private static ValueQuery Any(string field, IReadOnlyList<string> values, LoadedFacets facets) => new(
        field,
        [.. values.Where(static value => value != FacetFilter.Missing).SelectMany(facets.Named).Distinct(StringComparer.Ordinal)],
        values.Contains(FacetFilter.Missing, StringComparer.Ordinal));
}
