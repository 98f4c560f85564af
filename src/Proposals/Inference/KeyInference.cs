using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What becomes of every key: the schema's word for those that it knows, and a decision by what the values look like for the others.</summary>
/// <param name="Plans">By the key as files have it.</param>
/// <param name="Facets">Facets that were found, the ones that most files have first.</param>
/// <param name="Roles">What was decided, for the report.</param>
/// <param name="Decisions">The same, for programs; the keys that most files have first.</param>
/// <param name="FacetWordings">What the texts for facets of the schema became.</param>
/// <param name="Digests">A digest of what was decided, by key: a record becomes the same proposal as long as the decisions about its keys are the same.</param>
internal sealed record KeyInference(
    IReadOnlyDictionary<string, KeyPlan> Plans,
    IReadOnlyList<FacetRule> Facets,
    IReadOnlyList<InferredRole> Roles,
    IReadOnlyList<FacetWording> FacetWordings,
    IReadOnlyList<KeyDecision> Decisions,
    IReadOnlyDictionary<string, string> Digests)
{
    /// <summary>Decides about all keys that were surveyed.</summary>
    public static KeyInference Decide(SchemaKeys keys, KeySurvey survey)
    {
        var unknown = KeyGroups.Of(survey.Unknown, survey.Records);
        var judge = new KeyJudge(survey.Records, FreeRoles.Among(unknown, survey.Taken, survey.Records));
        var spelled = survey.FacetTexts.Spelled();
        var plans = survey.Known.ToDictionary(
            static pair => pair.Key,
            pair => pair.Value.Facet is { } facet && spelled.TryGetValue(facet, out var rule) ? pair.Value with { Facet = rule } : pair.Value,
            StringComparer.Ordinal);
        var planner = new InferredPlans(keys, unknown, plans.Values.Where(static plan => plan.Facet is not null).SelectMany(static plan => plan.Facet!.Rule.Definitions).Select(static facet => facet.Field));
        var roles = new List<InferredRole>();
        var decisions = new List<KeyDecision>();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, plan) in plans.Where(static pair => pair.Value.Facet is not null))
        {
            digests[key] = DigestOf(plan.Facet!.Spellings, plan.Facet.Spellings.CommonNames?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>());
        }

        foreach (var values in unknown.OrderByDescending(static key => key.Files).ThenBy(static key => key.Key, StringComparer.Ordinal))
        {
            var verdict = planner.Settle(values, judge.Judge(values));
            var own = planner.PlansOf(values, verdict).ToList();
            var role = InferredPlans.Describe(verdict, own[0]);
            decisions.Add(new KeyDecision(values, verdict, own[0]));
            roles.Add(new InferredRole(string.Join(", ", values.Keys), role, verdict.Reason, values.Files));
            foreach (var (key, plan) in values.Keys.Zip(own))
            {
                plans[key] = plan;
                digests[key] = DigestOf(plan, role, verdict);
            }
        }

        AddUnpublished(keys, plans);
        return new KeyInference(plans, planner.Facets, roles, [.. survey.FacetTexts.Wordings(spelled)], decisions, digests);
    }

    /// <summary>What the schema says of values that mean unpublished is true of keys that it does not know otherwise too.</summary>
    private static void AddUnpublished(SchemaKeys keys, Dictionary<string, KeyPlan> plans)
    {
        foreach (var key in plans.Keys.ToList())
        {
            if (keys.UnpublishedValues(key) is { } values)
            {
                plans[key] = plans[key] with { Unpublished = values };
            }
        }
    }

    private static string DigestOf(KeyPlan plan, string role, KeyVerdict verdict) => DigestOf(
        plan.Facet?.Spellings ?? FacetSpellings.Unknown,
        [role, $"{verdict.Kind}", verdict.Split, string.Join(' ', verdict.Bounds ?? []), string.Join(' ', (plan.Facet?.Rule.Aliases ?? []).Select(static alias => $"{alias.Spelling.Text} {alias.Value}")), $"{plan.Field}", plan.LinkLabels, $"{plan.IsAnswer}", plan.QuestionId]);

    private static string DigestOf(FacetSpellings spellings, IEnumerable<string?> more)
    {
        var pairs = spellings.MostFrequent.OrderBy(static pair => pair.Key, StringComparer.Ordinal).SelectMany(static pair => new[] { pair.Key, pair.Value });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', more.Concat(pairs)))).AsSpan(0, 8));
    }
}
