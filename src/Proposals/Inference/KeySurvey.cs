using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>All keys of an archive: those that the schema knows, and the values of the others.</summary>
internal sealed class KeySurvey(SchemaKeys keys)
{
    private readonly Dictionary<string, KeyPlan> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValues> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldRole, int> _taken = [];

    /// <summary>The plans of keys that the schema knows.</summary>
    public IReadOnlyDictionary<string, KeyPlan> Known => _known;

    /// <summary>The values of the keys that it does not know.</summary>
    public IReadOnlyCollection<KeyValues> Unknown => _unknown.Values;

    /// <summary>How many files fill a field by a key of the schema.</summary>
    public IReadOnlyDictionary<FieldRole, int> Taken => _taken;

    /// <summary>The texts for facets of the schema.</summary>
    public FacetTexts FacetTexts { get; } = new();

    /// <summary>Records looked at.</summary>
    public int Records { get; private set; }

    /// <summary>Looks at a record.</summary>
    public void Add(SourceRecord record)
    {
        Records++;
        foreach (var entry in record.Entries)
        {
            if (_known.TryGetValue(entry.Key, out var plan))
            {
                CountField(plan, entry.Value);
            }
            else if (_unknown.TryGetValue(entry.Key, out var values))
            {
                values.Add(entry.Value);
            }
            else
            {
                AddNew(entry);
            }
        }
    }

    private void AddNew(SourceEntry entry)
    {
        if (keys.Find(entry.Key) is { } plan)
        {
            _known[entry.Key] = plan;
            CountField(plan, entry.Value);
        }
        else
        {
            (_unknown[entry.Key] = new KeyValues(entry.Key)).Add(entry.Value);
        }
    }

    private void CountField(KeyPlan plan, SourceValue value)
    {
        if (plan is { Facet: { } facet, Flag: null })
        {
            FacetTexts.Add(facet, value);
        }

        if (plan.Field is { } field && value is not SourceText { Text.Length: 0 })
        {
            _taken[field] = _taken.GetValueOrDefault(field) + 1;
        }
    }
}
