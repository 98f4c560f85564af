using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What one record adds to a <see cref="KeySurvey"/>.</summary>
/// <param name="Unknown">The keys that the schema does not know, with their values.</param>
/// <param name="Facets">The keys that the schema has facets for, with their texts.</param>
/// <param name="Taken">The fields that keys of the schema fill.</param>
internal sealed record RecordLook(
    IReadOnlyList<(string Key, ValueLook[] Values)> Unknown,
    IReadOnlyList<(string Key, string[] Texts)> Facets,
    IReadOnlyList<FieldRole> Taken)
{
    /// <summary>All keys that what becomes of the record depends on, beside what the schema says.</summary>
    public IEnumerable<string> Keys => Unknown.Select(static key => key.Key).Concat(Facets.Select(static facet => facet.Key));

    /// <summary>All texts that it remembers.</summary>
    public IEnumerable<string> Texts
        => Unknown.SelectMany(static key => key.Values).Select(static value => value.Text).OfType<string>()
            .Concat(Facets.SelectMany(static facet => facet.Texts));

    /// <summary>How many values it has.</summary>
    public int Values => Unknown.Sum(static key => key.Values.Length) + Facets.Sum(static facet => facet.Texts.Length);
}
