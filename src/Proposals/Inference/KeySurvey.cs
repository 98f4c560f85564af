using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>All keys of an archive: those that the schema knows, and the values of the others.</summary>
internal sealed class KeySurvey(SchemaKeys keys)
{
    /// <summary>The plans of all keys that were seen; <see langword="null"/> for those that the schema does not know.</summary>
    private readonly Dictionary<string, KeyPlan?> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValues> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldRole, int> _taken = [];

    /// <summary>The plans of keys that the schema knows.</summary>
    public IEnumerable<(string Key, KeyPlan Plan)> Known
        => _plans.Where(static pair => pair.Value is not null).Select(static pair => (pair.Key, pair.Value!));

    /// <summary>The values of the keys that it does not know, in the ordinal order of the keys.</summary>
    public IReadOnlyCollection<KeyValues> Unknown => [.. _unknown.Values.OrderBy(static values => values.Key, StringComparer.Ordinal)];

    /// <summary>How many files fill a field by a key of the schema.</summary>
    public IReadOnlyDictionary<FieldRole, int> Taken => _taken;

    public FacetTexts FacetTexts { get; } = new();

    /// <summary>Records looked at.</summary>
    public int Records { get; private set; }

    /// <summary>Looks at a record, and learns the plans of its keys; it counts once it is added.</summary>
    public RecordLook Look(SourceRecord record)
    {
        var unknown = new List<(string Key, ValueLook[] Values)>();
        var facets = new List<(string Key, string[] Texts)>();
        var taken = new List<FieldRole>();
        foreach (var entry in record.Entries)
        {
            if (PlanOf(entry.Key) is not { } plan)
            {
                unknown.Add((entry.Key, [.. ValueText.Items(entry.Value).Select(ValueLook.Of)]));
                continue;
            }

            if (plan is { Facet: not null, Flag: null })
            {
                facets.Add((entry.Key, FacetTexts.Of(entry.Value)));
            }

            if (plan.Field is { } field && entry.Value is not SourceText { Text.Length: 0 })
            {
                taken.Add(field);
            }
        }

        return new RecordLook(unknown, facets, taken);
    }

    public void Add(RecordLook look)
    {
        Records++;
        foreach (var field in look.Taken)
        {
            _taken[field] = _taken.GetValueOrDefault(field) + 1;
        }

        foreach (var (key, texts) in look.Facets)
        {
            FacetTexts.Add(PlanOf(key)!.Facet!, texts);
        }

        foreach (var (key, values) in look.Unknown)
        {
            var all = CollectionsMarshal.GetValueRefOrAddDefault(_unknown, key, out _) ??= new KeyValues(key);
            all.Add(values);
        }
    }

    private KeyPlan? PlanOf(string key)
    {
        if (!_plans.TryGetValue(key, out var plan))
        {
            _plans[key] = plan = keys.Find(key);
        }

        return plan;
    }
}
