using System.Collections.Frozen;
using ProposalSearch.Proposals.Mapping;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What a facet of the schema is called in an archive: what was awarded is not what was requested.</summary>
internal static class FacetLabels
{
    private const string Requested = "requested";

    private static readonly FrozenSet<string> Asking = WordSet.Of("request requested requesting ask asked apply applied applying");

    private static readonly FrozenSet<string> Giving = WordSet.Of(
        "award awarded awards grant granted approved paid received funded given disbursed committed");

    /// <summary>A facet's definition, with the label that its keys give it in the archive.</summary>
    /// <param name="facet">As the schema has it.</param>
    /// <param name="plans">What becomes of the keys of the archive.</param>
    public static FacetDefinition Of(FacetDefinition facet, IReadOnlyDictionary<string, KeyPlan> plans)
    {
        if (!facet.Label.Split(' ').Contains(Requested, StringComparer.Ordinal))
        {
            return facet;
        }

        var keys = plans.Where(plan => plan.Value.Facet?.Rule.Definitions.Any(own => own.Field == facet.Field) == true)
            .Select(static plan => plan.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        return keys.Count == 0 || !keys.TrueForAll(IsGiven) ? facet
            : facet with
            {
                Label = keys.Count == 1 ? Wording.Label(keys[0]) : facet.Label.Replace(Requested, "", StringComparison.Ordinal).Trim(),
            };
    }

    private static bool IsGiven(string key)
        => KeyName.Words(KeyName.Of(key)) is var words && words.Any(Giving.Contains) && !words.Any(Asking.Contains);
}
