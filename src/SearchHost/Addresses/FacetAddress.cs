using ProposalSearch.Proposals.Search;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Addresses;

/// <summary>Addresses that select a value of a facet, or take it back. A value takes the place of a range of its field.</summary>
public sealed class FacetAddress(SearchAddress address, IReadOnlyList<FacetFilter> filters)
{
    /// <summary>Whether the query asks for this value.</summary>
    public bool Includes(string field, string value)
        => filters.Any(filter => string.Equals(filter.Field, field, StringComparison.Ordinal) && filter.Include.Contains(value, StringComparer.Ordinal));

    /// <summary>The query with this value too.</summary>
    public string Adding(string field, string value)
    {
        var name = ParameterNames.ForFilter(field);
        var ranged = filters.Any(filter => string.Equals(filter.Field, field, StringComparison.Ordinal) && filter.Range is not null);
        return (ranged ? address.Setting(name, value) : address.With(name, value)).ToString();
    }

    /// <summary>The query without this value.</summary>
    public string Removing(string field, string value) => address.Without(ParameterNames.ForFilter(field), value).ToString();

    /// <summary>The query without this excluded value.</summary>
    public string Readmitting(string field, string value) => address.Without(ParameterNames.Exclude + field, value).ToString();

    /// <summary>The query without any filter.</summary>
    public string Clearing()
        => filters.Aggregate(address, (cleared, filter) => cleared.Without(ParameterNames.ForFilter(filter.Field)).Without(ParameterNames.Exclude + filter.Field)).ToString();
}
