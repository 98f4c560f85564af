using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// Collects the filters of a request, field by field, within the limits on their values: how many, how long each, how long together.
/// </summary>
internal sealed class FilterParameters(IReadOnlyDictionary<string, FacetDefinition> facets, SearchHostOptions limits, FaultList faults)
{
    private readonly SortedDictionary<string, Collected> _filters = new(StringComparer.Ordinal);
    private int _values;
    private int _characters;

    /// <summary>The filters, in the order of the fields' names, so that equal requests look equal.</summary>
    public IReadOnlyList<FacetFilter> Filters => [.. _filters.Select(pair => pair.Value.For(pair.Key))];

    /// <summary>Takes a parameter if it is a filter of a known field.</summary>
    public bool TryAdd(Parameter parameter)
    {
        var exclude = parameter.Name.StartsWith(ParameterNames.Exclude, StringComparison.Ordinal);
        var prefixed = exclude || parameter.Name.StartsWith(ParameterNames.Filter, StringComparison.Ordinal);
        var field = prefixed ? parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..] : parameter.Name;
        if (!facets.TryGetValue(field, out var facet) || (!prefixed && ParameterNames.Search.Contains(field, StringComparer.Ordinal)))
        {
            return false;
        }

        var value = parameter.Value.Trim();
        if (value.Length == 0 || !IsWithinLimits(parameter.Name, value))
        {
            return true;
        }

        if (facet.Type == FacetType.Number && !string.Equals(value, FacetFilter.Missing, StringComparison.Ordinal))
        {
            AddNumber(facet, value, exclude, parameter.Name);
        }
        else
        {
            Filter(field).Add(value, exclude);
        }

        return true;
    }

    /// <summary>Each of the limits is told once, however often it is passed.</summary>
    private bool IsWithinLimits(string name, string value)
    {
        var (valuesBefore, charactersBefore) = (_values++, _characters);
        _characters += value.Length;
        if (value.Length > limits.MaxFilterValueLength)
        {
            faults.Add("value_too_long", name, () => FormattableString.Invariant(
                $"A value of {Shown.Short(name)} has {value.Length:N0} characters; {limits.MaxFilterValueLength:N0} are the most. ")
                + "Send a value that the facet lists.");
        }

        if (valuesBefore == limits.MaxFilterValues)
        {
            faults.Add("too_many_values", "filters",
                () => FormattableString.Invariant($"The request has more than {limits.MaxFilterValues} filter values: send fewer."));
        }

        if (charactersBefore <= limits.MaxFilterLength && _characters > limits.MaxFilterLength)
        {
            faults.Add("filters_too_long", "filters", () => FormattableString.Invariant(
                $"The filter values of the request have more than {limits.MaxFilterLength:N0} characters together: send fewer."));
        }

        return value.Length <= limits.MaxFilterValueLength && _values <= limits.MaxFilterValues && _characters <= limits.MaxFilterLength;
    }

    private void AddNumber(FacetDefinition facet, string value, bool exclude, string name)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Filter(facet.Field).Add(number.ToString(CultureInfo.InvariantCulture), exclude);
        }
        else if (!TryRange(value, out var range))
        {
            SearchRequestCheck.AddNoNumber(faults, name, facet, value);
        }
        else if (exclude || Filter(facet.Field).Range is not null)
        {
            faults.Add(FaultCodes.InvalidRange, name, () => exclude
                ? $"A range cannot be excluded: leave out {name} and ask for the range that remains."
                : $"{name} has two ranges: send one.");
        }
        else
        {
            Filter(facet.Field).Range = range;
        }
    }

    private Collected Filter(string field)
    {
        if (!_filters.TryGetValue(field, out var filter))
        {
            _filters[field] = filter = new Collected();
        }

        return filter;
    }

    private static bool TryRange(string value, out NumberRange range)
    {
        range = new NumberRange(null, null);
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || !TryEnd(value.AsSpan(0, dots), out var from) || !TryEnd(value.AsSpan(dots + 2), out var to))
        {
            return false;
        }

        range = new NumberRange(from, to);
        return range.IsInOrder;
    }

    private static bool TryEnd(ReadOnlySpan<char> text, out long? end)
    {
        end = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return end is not null || text.IsEmpty;
    }

    /// <summary>What was asked of one field so far; a value counts once.</summary>
    private sealed class Collected
    {
        private readonly OrderedDictionary<string, bool> _include = new(StringComparer.Ordinal);
        private readonly OrderedDictionary<string, bool> _exclude = new(StringComparer.Ordinal);

        public NumberRange? Range { get; set; }

        public void Add(string value, bool exclude) => (exclude ? _exclude : _include).TryAdd(value, true);

        public FacetFilter For(string field) => new(field) { Include = [.. _include.Keys], Exclude = [.. _exclude.Keys], Range = Range };
    }
}
