using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What becomes of every key: the schema's word for those that it knows, and a decision by what the values look like for the others.</summary>
/// <param name="Plans">By the key as files have it.</param>
/// <param name="Facets">Facets that were found, the ones that most files have first.</param>
/// <param name="Roles">What was decided, for the report.</param>
/// <param name="FacetWordings">What the texts for facets of the schema became.</param>
internal sealed record KeyInference(
    IReadOnlyDictionary<string, KeyPlan> Plans, IReadOnlyList<FacetRule> Facets, IReadOnlyList<InferredRole> Roles, IReadOnlyList<FacetWording> FacetWordings)
{
    /// <summary>Decides about all keys that were surveyed.</summary>
    public static KeyInference Decide(SchemaKeys keys, KeySurvey survey)
    {
        var unknown = survey.Unknown;
        var judge = new KeyJudge(survey.Records, FreeRoles.Among(unknown, survey.Taken, survey.Records));
        var spelled = survey.FacetTexts.Spelled();
        var plans = survey.Known.ToDictionary(
            static pair => pair.Key,
            pair => pair.Value.Facet is { } facet && spelled.TryGetValue(facet, out var rule) ? pair.Value with { Facet = rule } : pair.Value,
            StringComparer.Ordinal);
        var planner = new InferredPlans(keys, unknown);
        var roles = new List<InferredRole>();
        foreach (var values in unknown.OrderByDescending(static key => key.Files).ThenBy(static key => key.Key, StringComparer.Ordinal))
        {
            var verdict = planner.Settle(values, judge.Judge(values));
            plans[values.Key] = planner.PlanOf(values, verdict);
            roles.Add(new InferredRole(values.Key, InferredPlans.Describe(values, verdict), verdict.Reason, values.Files));
        }

        return new KeyInference(plans, planner.Facets, roles, [.. survey.FacetTexts.Wordings(spelled)]);
    }
}
