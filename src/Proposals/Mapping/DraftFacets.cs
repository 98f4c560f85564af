using System.Globalization;
using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>The facet values of a proposal in the making; each value once.</summary>
internal sealed class DraftFacets
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _separators = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Within)> _parts = [];

    /// <summary>Takes the values of a key.</summary>
    public void Add(FacetNormalizer facet, SourceValue value)
    {
        var field = facet.Rule.Definition.Field;
        if (facet.Rule.Within is { } within && !_parts.Contains((field, within)))
        {
            _parts.Add((field, within));
        }

        if (facet.Spellings.Paths is { } paths)
        {
            _separators[field] = paths.Separator.Written;
        }

        foreach (var text in ValueText.Items(value))
        {
            foreach (var entry in facet.Entries(text))
            {
                AddOne(entry.Field, entry.Value);
            }
        }
    }

    /// <summary>Takes the value of a key that says yes; false where it does not.</summary>
    public bool AddFlag(FacetDefinition facet, string value, SourceValue stated)
    {
        var saysYes = stated is SourceText text && Truth.Of(text.Text) == true;
        if (saysYes)
        {
            AddOne(facet.Field, value);
        }

        return saysYes;
    }

    /// <summary>The values by field, with the year first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Build(int? year)
    {
        _parts.ForEach(part => AddBelow(part.Field, part.Within));
        var all = new Dictionary<string, IReadOnlyList<string>>(_values.Count + 1, StringComparer.Ordinal);
        if (year is { } stated && !_values.ContainsKey(ProposalMapper.YearField))
        {
            all[ProposalMapper.YearField] = [stated.ToString(CultureInfo.InvariantCulture)];
        }

        foreach (var (field, values) in _values)
        {
            all[field] = values;
        }

        return all;
    }

    /// <summary>
    /// Counts the values of a facet below the one value of another, too. Of several values nobody knows which one they are part of: they
    /// stand for themselves then.
    /// </summary>
    private void AddBelow(string field, string within)
    {
        if (!_values.TryGetValue(field, out var values))
        {
            return;
        }

        var separator = _separators.GetValueOrDefault(within, PathSeparator.Default.Written);
        var above = FacetPath.Lowest(_values.GetValueOrDefault(within, []), separator);
        foreach (var value in values.ToList())
        {
            AddOne(within, above.Count == 1 ? above[0] + separator + value : value);
        }
    }

    private void AddOne(string field, string value)
    {
        var values = CollectionsMarshal.GetValueRefOrAddDefault(_values, field, out _) ??= [];
        if (!values.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            values.Add(value);
        }
    }
}
