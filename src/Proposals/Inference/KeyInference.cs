using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What becomes of every key: as the schema says where it knows the key, else as the values look.</summary>
/// <param name="Plans">By the key as files have it.</param>
/// <param name="Facets">Facets that were found, the ones that most files have first.</param>
/// <param name="Decisions">What was decided about keys that the schema does not know; the keys that most files have first.</param>
/// <param name="FacetWordings">What the texts for facets of the schema became.</param>
/// <param name="Digests">
/// A digest of what was decided, by key: a record becomes the same proposal as long as the decisions about its keys are the same.
/// </param>
/// <param name="Headings">Which headings are those of the archive's form.</param>
internal sealed record KeyInference(
    IReadOnlyDictionary<string, KeyPlan> Plans,
    IReadOnlyList<FacetRule> Facets,
    IReadOnlyList<KeyDecision> Decisions,
    IReadOnlyList<FacetWording> FacetWordings,
    IReadOnlyDictionary<string, string> Digests,
    ArchiveHeadings Headings)
{
    /// <summary>What was decided, in words for the report.</summary>
    public IReadOnlyList<InferredRole> Roles =>
    [
        .. Decisions.Select(static decision => new InferredRole(
            string.Join(", ", decision.Values.Keys), decision.Role, decision.Verdict.Reason, decision.Values.Files)),
    ];

    /// <summary>A facet with what stands between the parts of its values where they are paths.</summary>
    public FacetDefinition WithSeparator(FacetDefinition facet) => facet with { Separator = SeparatorOf(facet.Field) };

    /// <summary>The facets whose values are paths, each with what stands between the parts and how many values are above others.</summary>
    public IReadOnlyList<FacetLevels> Levels =>
    [
        .. Normalizers.Select(static facet => (facet.Rule.Definition.Field, facet.Spellings.Paths))
            .Where(static facet => facet.Paths is not null)
            .DistinctBy(static facet => facet.Field)
            .OrderBy(static facet => facet.Field, StringComparer.Ordinal)
            .Select(static facet => new FacetLevels(facet.Field, facet.Paths!.Separator.Sign, facet.Paths.Above.Count)),
    ];

    private IEnumerable<FacetNormalizer> Normalizers => Plans.Values.Select(static plan => plan.Facet).OfType<FacetNormalizer>();

    private string? SeparatorOf(string field)
        => Normalizers.FirstOrDefault(facet => facet.Rule.Definition.Field == field && facet.Spellings.Paths is not null)
            ?.Spellings.Paths!.Separator.Written
            ?? (Normalizers.Any(facet => facet.Rule.Within == field) ? PathSeparator.Default.Written : null);

    /// <summary>Decides about all keys that were surveyed.</summary>
    public static KeyInference Decide(SchemaKeys keys, KeySurvey survey)
    {
        var spelled = survey.FacetTexts.Spelled();
        var plans = survey.Known.ToDictionary(
            static known => known.Key, known => Learned(known.Key, known.Plan, survey, spelled), StringComparer.Ordinal);
        var withFacet = plans.Where(static pair => pair.Value.Facet is not null).ToList();
        var digests = withFacet.ToDictionary(static pair => pair.Key, static pair => DigestOf(pair.Value.Facet!.Spellings));
        AddDates(plans, digests);
        var persons = Persons(survey);
        var unknown = KeyGroups.Of(
            [.. survey.Unknown.Where(key => persons.Contains(key.Key) || !survey.IsDoubtful(key.Key))], survey.Records);
        var used = withFacet.SelectMany(static pair => pair.Value.Facet!.Rule.Definitions).Select(static facet => facet.Field);
        var roles = FreeRoles.Among(unknown, Taken(survey, persons), survey);
        var planner = new InferredPlans(keys, unknown, roles, used);
        var judge = new KeyJudge(survey.Records, roles);
        var decisions = new List<KeyDecision>();
        foreach (var values in unknown.OrderByDescending(static key => key.Files).ThenBy(static key => key.Key, StringComparer.Ordinal))
        {
            var verdict = planner.Settle(values, judge.Judge(values));
            var own = planner.PlansOf(values, verdict).ToList();
            var decision = new KeyDecision(values, verdict, own[0]);
            decisions.Add(decision);
            foreach (var (key, plan) in values.Keys.Zip(own))
            {
                plans[key] = plan with { IsRare = IsRare(values, key, survey.Records), DayOrder = survey.DayOrderOf(key) };
                digests[key] = DigestOf(plans[key], decision);
            }
        }

        var headings = survey.Headings;
        digests[RecordLook.HeadingsKey] = DigestOf([.. headings.Repeated], FacetSpellings.Unknown);
        AddUnpublished(keys, plans);
        return new KeyInference(plans, planner.Facets, decisions, [.. survey.FacetTexts.Wordings(spelled)], digests, headings);
    }

    /// <summary>The plan of a key of the schema, with what its values in this archive tell.</summary>
    private static KeyPlan Learned(
        string key, KeyPlan plan, KeySurvey survey, IReadOnlyDictionary<FacetNormalizer, FacetNormalizer> spelled) => plan with
        {
            Facet = plan.Facet is { } facet ? spelled.GetValueOrDefault(facet, facet) : null,
            DayOrder = survey.DayOrderOf(key),
        };

    private static void AddDates(Dictionary<string, KeyPlan> plans, Dictionary<string, string> digests)
    {
        foreach (var (key, plan) in plans.Where(static pair => pair.Value.Field == FieldRole.Year))
        {
            digests[key] = $"{digests.GetValueOrDefault(key)} {plan.DayOrder}";
        }
    }

    /// <summary>The keys called <c>name</c> that hold accounts, or people beside a key for titles, and are no titles.</summary>
    private static HashSet<string> Persons(KeySurvey survey)
    {
        var titles = survey.Unknown.Where(static key => KeyHints.TitleRank(key.Name) is not null && key.Name != "name").ToList();
        return survey.Unknown
            .Where(key => survey.IsDoubtful(key.Key)
                && (key.Share(ValueTraits.Handle) >= 0.7
                    || (key.Share(ValueTraits.PersonName) >= 0.8
                        && (TitledOtherwise(survey, key) || titles.Exists(title => IsBeside(title, key))))))
            .Select(static key => key.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsBeside(KeyValues title, KeyValues name)
        => title.Filled >= 0.7 * name.Filled && title.Share(ValueTraits.PersonName) < 0.5 && title.AverageLength <= 150;

    /// <summary>Whether keys that are titles by the schema stand beside most of the names.</summary>
    private static bool TitledOtherwise(KeySurvey survey, KeyValues name)
        => survey.Taken.GetValueOrDefault(FieldRole.Title) - name.Files >= 0.7 * name.Files;

    /// <summary>How many files have a role by a key of the schema, those left out that turned out to be people.</summary>
    private static Dictionary<FieldRole, int> Taken(KeySurvey survey, HashSet<string> persons)
    {
        var taken = new Dictionary<FieldRole, int>(survey.Taken);
        foreach (var name in survey.Unknown.Where(key => persons.Contains(key.Key)))
        {
            taken[FieldRole.Title] -= name.Files;
        }

        return taken;
    }

    /// <summary>Whether hardly a file has a key, and it reads like a heading: a few words, and no question of a form.</summary>
    private static bool IsRare(KeyValues values, string key, int records)
        => records > 1
            && values.Files <= Math.Max(1, records / 100)
            && Wording.Own(key) is var own
            && own.AsSpan().Count(' ') is >= 2 and <= 8
            && !own.Contains('?', StringComparison.Ordinal);

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

    private static string DigestOf(KeyPlan plan, KeyDecision decision)
    {
        var verdict = decision.Verdict;
        var bounds = string.Join(' ', verdict.Bounds ?? []);
        var aliases = string.Join(' ', (plan.Facet?.Rule.Aliases ?? []).Select(static alias => $"{alias.Spelling.Text} {alias.Value}"));
        string?[] mapping =
        [
            $"{plan.Field}", plan.LinkLabels, $"{plan.IsAnswer}", plan.QuestionId, $"{plan.Rank} {plan.IsFallback}",
            plan.IsRare ? "rare" : "", plan.Field == FieldRole.Year ? $"{plan.DayOrder}" : "",
        ];
        return DigestOf(
            [decision.Role, $"{verdict.Kind}", verdict.Split, bounds, aliases, .. mapping],
            plan.Facet?.Spellings ?? FacetSpellings.Unknown);
    }

    private static string DigestOf(FacetSpellings spellings)
        => DigestOf([.. spellings.CommonNames?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()], spellings);

    private static string DigestOf(IReadOnlyList<string?> decided, FacetSpellings spellings)
    {
        var frequent = spellings.MostFrequent.OrderBy(static pair => pair.Key, StringComparer.Ordinal);
        var texts = decided
            .Concat(frequent.SelectMany(static pair => new[] { pair.Key, pair.Value }))
            .Concat(spellings.Paths?.Digested ?? []);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))).AsSpan(0, 8));
    }
}
