using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>Collects the filters of a request, field by field.</summary>
internal sealed class FilterParameters(IReadOnlyDictionary<string, FacetDefinition> facets, int mostValues)
{
    private readonly Dictionary<string, FacetFilter> _filters = new(StringComparer.Ordinal);
    private int _values;

    /// <summary>The filters, in the order of the fields' names, so that equal requests look equal.</summary>
    public IReadOnlyList<FacetFilter> Filters => [.. _filters.Values.OrderBy(filter => filter.Field, StringComparer.Ordinal)];

    /// <summary>Takes a parameter if it is a filter of a known field.</summary>
    public bool TryAdd(Parameter parameter, List<RequestFault> faults)
    {
        var exclude = parameter.Name.StartsWith(ParameterNames.Exclude, StringComparison.Ordinal);
        var prefixed = exclude || parameter.Name.StartsWith(ParameterNames.Filter, StringComparison.Ordinal);
        var field = prefixed ? parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..] : parameter.Name;
        if (!facets.TryGetValue(field, out var facet) || (!prefixed && ParameterNames.Search.Contains(field, StringComparer.Ordinal)))
        {
            return false;
        }

        var value = parameter.Value.Trim();
        if (value.Length == 0)
        {
            return true;
        }

        if (++_values > mostValues)
        {
            AddTooMany(faults);
        }
        else if (facet.Type == FacetType.Number && !string.Equals(value, FacetFilter.Missing, StringComparison.Ordinal))
        {
            AddNumber(facet, value, exclude, parameter.Name, faults);
        }
        else
        {
            AddValue(field, value, exclude);
        }

        return true;
    }

    /// <summary>Names the fields that have both a range and values.</summary>
    public void CheckRanges(List<RequestFault> faults)
    {
        foreach (var filter in _filters.Values.Where(filter => filter.Range is not null && filter.Include.Count > 0))
        {
            faults.Add(new RequestFault(FaultCodes.InvalidRange, filter.Field,
                $"{filter.Field} has both a range and single values: send either one range, such as 2016..2020, or values."));
        }
    }

    private void AddValue(string field, string value, bool exclude)
    {
        var filter = Filter(field);
        var values = exclude ? filter.Exclude : filter.Include;
        if (!values.Contains(value, StringComparer.Ordinal))
        {
            _filters[field] = exclude ? filter with { Exclude = [.. values, value] } : filter with { Include = [.. values, value] };
        }
    }

    private void AddNumber(FacetDefinition facet, string value, bool exclude, string name, List<RequestFault> faults)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            AddValue(facet.Field, number.ToString(CultureInfo.InvariantCulture), exclude);
        }
        else if (!TryRange(value, out var range))
        {
            faults.Add(new RequestFault(FaultCodes.InvalidValue, name,
                $"'{Shown.Short(value)}' is no {facet.Label.ToLowerInvariant()}: send a whole number, "
                + $"a range such as 2016..2020, 2016.. or ..2020, or {FacetFilter.Missing}."));
        }
        else if (exclude || Filter(facet.Field).Range is not null)
        {
            faults.Add(new RequestFault(FaultCodes.InvalidRange, name,
                exclude
                    ? $"A range cannot be excluded: leave out {name} and ask for the range that remains."
                    : $"{name} has two ranges: send one."));
        }
        else
        {
            _filters[facet.Field] = Filter(facet.Field) with { Range = range };
        }
    }

    private void AddTooMany(List<RequestFault> faults)
    {
        if (_values == mostValues + 1)
        {
            faults.Add(new RequestFault("too_many_values", "filters",
                string.Create(CultureInfo.InvariantCulture, $"The request has more than {mostValues} filter values: send fewer.")));
        }
    }

    private FacetFilter Filter(string field) => _filters.GetValueOrDefault(field) ?? new FacetFilter(field);

    private static bool TryRange(string value, out NumberRange range)
    {
        range = new NumberRange(null, null);
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || !TryEnd(value.AsSpan(0, dots), out var from) || !TryEnd(value.AsSpan(dots + 2), out var to))
        {
            return false;
        }

        if (from > to || (from ?? to) is null)
        {
            return false;
        }

        range = new NumberRange(from, to);
        return true;
    }

    private static bool TryEnd(ReadOnlySpan<char> text, out long? end)
    {
        end = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return end is not null || text.IsEmpty;
    }
}

/// <summary>How a value of a request is repeated in a message.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>The value, cut where it is long.</summary>
    public static string Short(string value)
        => value.Length <= Longest ? value : string.Concat(ParameterSet.WellFormed(value[..Longest]), "…");
}
