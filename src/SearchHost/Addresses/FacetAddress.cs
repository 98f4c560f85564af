using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Addresses;

/// <summary>
/// Addresses that select a value of a facet, or take it back. A value takes the place of a range of its field. Each of them repeats the
/// whole query, so that an answer may have only so many of them: see <see cref="Fits"/>.
/// </summary>
internal sealed class FacetAddress(SearchAddress address, IReadOnlyList<FacetFilter> filters)
{
    /// <summary>Characters of all addresses of facet values in one answer at most.</summary>
    public const int MaxCharacters = 1_000_000;

    private readonly Dictionary<string, HashSet<string>> _included =
        filters.ToDictionary(filter => filter.Field, filter => filter.Include.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>
    /// Whether the addresses of so many values stay within <see cref="MaxCharacters"/>. Where they do not, an answer has none of them.
    /// </summary>
    public bool Fits(int values) => (long)address.ToString().Length * values <= MaxCharacters;

    /// <summary>Whether the query asks for this value.</summary>
    public bool Includes(string field, string value) => _included.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>
    /// The query with this value too. It takes the place of those above it, so that it narrows the search, and of those below it, which are
    /// part of it.
    /// </summary>
    /// <param name="field">The facet.</param>
    /// <param name="value">The value.</param>
    /// <param name="separator">See <see cref="FacetDefinition.Separator"/>.</param>
    public string Adding(string field, string value, string? separator = null)
    {
        var name = ParameterNames.ForFilter(field);
        if (Filter(field) is not { } filter)
        {
            return address.TextWith(name, value);
        }

        var replaced = filter.Include.Where(one => FacetPath.IsBelow(value, one, separator) || FacetPath.IsBelow(one, value, separator));
        var kept = filter.Range is not null ? address.Without(name)
            : replaced.Aggregate(address, (rest, one) => rest.Without(name, one));
        return kept.TextWith(name, value);
    }

    /// <summary>The query without this value.</summary>
    public string Removing(string field, string value) => address.Without(ParameterNames.ForFilter(field), value).ToString();

    /// <summary>The query without this excluded value.</summary>
    public string Readmitting(string field, string value) => address.Without(ParameterNames.Exclude + field, value).ToString();

    /// <summary>The query without proposals that have this value; a filter that includes it is taken back.</summary>
    public string Excluding(string field, string value) =>
        address.Without(ParameterNames.ForFilter(field), value).TextWith(ParameterNames.Exclude + field, value);

    /// <summary>The query with a range of numbers, or one number, in place of what it asks of the field.</summary>
    public string Ranging(string field, string range) => address.Setting(ParameterNames.ForFilter(field), range).ToString();

    /// <summary>The query without any filter.</summary>
    public string Clearing()
    {
        var names = filters.SelectMany(filter => new[] { ParameterNames.ForFilter(filter.Field), ParameterNames.Exclude + filter.Field });
        return names.Aggregate(address, (cleared, name) => cleared.Without(name)).ToString();
    }

    private FacetFilter? Filter(string field)
        => filters.FirstOrDefault(filter => string.Equals(filter.Field, field, StringComparison.Ordinal));
}
