using System.Globalization;
using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>The facet values of a proposal in the making; each value once.</summary>
internal sealed class DraftFacets
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Takes the values of a key.</summary>
    public void Add(FacetNormalizer facet, SourceValue value)
    {
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

    private void AddOne(string field, string value)
    {
        var values = CollectionsMarshal.GetValueRefOrAddDefault(_values, field, out _) ??= [];
        if (!values.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            values.Add(value);
        }
    }
}
