using System.Text;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Verdicts to plans and facet rules.</summary>
/// <param name="keys">The schema.</param>
/// <param name="unknown">The keys that it does not know.</param>
/// <param name="roles">Which of them have the roles of which a proposal has one.</param>
/// <param name="used">Fields of facets of the schema that the archive has; the others are free.</param>
internal sealed class InferredPlans(
    SchemaKeys keys, IReadOnlyCollection<KeyValues> unknown, FreeRoles roles, IEnumerable<string> used)
{
    /// <summary>Up to this many values of one word each are a vocabulary to filter by, and no text that anybody searches.</summary>
    private const int SmallVocabulary = 30;

    /// <summary>Keys that were found stand below those of the schema.</summary>
    private const int FirstInferred = 1_000_000;

    /// <summary>A name ends with the word that has this many characters before it.</summary>
    private const int LongestField = 32;

    private readonly HashSet<string> _fields = new(used.Append("year").Append(AnsweredFacet.Field), StringComparer.Ordinal);
    private readonly List<FacetRule> _facets = [];

    /// <summary>The facets so far.</summary>
    public IReadOnlyList<FacetRule> Facets => _facets;

    /// <summary>A verdict that sees the other keys too: the name of a link's label is one only beside that link.</summary>
    public KeyVerdict Settle(KeyValues values, KeyVerdict verdict)
        => LabelledKey(values) is { } labelled ? new KeyVerdict(KeyKind.LinkLabel, $"labels beside '{labelled}'") : verdict;

    /// <summary>What becomes of each of the keys that are one.</summary>
    public IEnumerable<KeyPlan> PlansOf(KeyValues values, KeyVerdict verdict)
    {
        var first = WithFallback(PlanOf(values, verdict), values.Key);
        return values.Keys.Select(key => key == values.Key ? first : Asking(first, key, verdict));
    }

    private KeyPlan Asking(KeyPlan plan, string key, KeyVerdict verdict)
    {
        var question = Wording.Label(key);
        return plan with
        {
            Question = question,
            NormalizedQuestion = Wording.Normalize(question),
            IsVerbatim = Wording.IsQuestion(key),
            QuestionId = verdict.IsUnasked ? null
                : verdict.IsAnswerToo ? keys.Questions.Match(question).QuestionId
                : keys.Questions.Listed(question),
        };
    }

    /// <summary>A key that is an answer may be what a proposal is called, when, and by whom, where nothing else says so.</summary>
    private KeyPlan WithFallback(KeyPlan plan, string key)
    {
        (FieldRole Role, RoleKeys Keys)[] all =
        [
            (FieldRole.Title, roles.Titles), (FieldRole.Summary, roles.Summaries), (FieldRole.Year, roles.Years),
            (FieldRole.Organization, roles.Organizations),
        ];
        foreach (var (role, sources) in all)
        {
            if (plan is { Field: null, Link: null, IsAnswer: true } && sources.PlaceOf(key) is { } place)
            {
                return plan with { Field = role, Rank = FirstInferred + place, IsFallback = true };
            }
        }

        return plan;
    }

    private KeyPlan PlanOf(KeyValues values, KeyVerdict verdict)
    {
        var question = Wording.Label(values.Key);
        var plan = Asking(new KeyPlan { Question = question, NormalizedQuestion = question, Rank = FirstInferred }, values.Key, verdict);
        return verdict.Kind switch
        {
            KeyKind.Answer => plan with { IsAnswer = true },
            KeyKind.Facet or KeyKind.NumberFacet or KeyKind.People => WithFacet(plan, values, verdict),
            KeyKind.Organization => WithOrganization(plan, values, verdict),
            KeyKind.Title => plan with { Field = FieldRole.Title },
            KeyKind.Summary => plan with { Field = FieldRole.Summary },
            KeyKind.Year => plan with { Field = FieldRole.Year },
            KeyKind.Image => plan with { Field = FieldRole.Image },
            KeyKind.Link => plan with { Link = LinkOf(values, question), LinkLabels = LabelsKey(values) },
            _ => plan with { Field = FieldRole.Noise },
        };
    }

    private string? LabelledKey(KeyValues values)
        => KeyHints.Labelled(values.Name) is { } labelled
            ? unknown.FirstOrDefault(other => other.Name == labelled && other.Share(ValueTraits.Address) >= 0.7)?.Key
            : null;

    private string? LabelsKey(KeyValues values) => unknown.FirstOrDefault(other => LabelledKey(other) == values.Key)?.Key;

    /// <summary>Below a key such as <c>links</c> a link is called as its own key is.</summary>
    private static LinkRule LinkOf(KeyValues values, string label)
    {
        var below = label.LastIndexOf(Wording.Below, StringComparison.Ordinal);
        var isHeld = below > 0 && KeyHints.HoldsLinks(KeyName.Of(label[..below]));
        return new(
            new KeyPattern(values.Key),
            isHeld ? Wording.Label(label[(below + Wording.Below.Length)..]) : label,
            KeyHints.AccountPrefix(values.Name));
    }

    private KeyPlan WithOrganization(KeyPlan plan, KeyValues values, KeyVerdict verdict)
        => verdict.Split is null || verdict.IsWithoutFacet
            ? plan with { Field = FieldRole.Organization }
            : WithFacet(plan, values, verdict) with { Field = FieldRole.Organization, IsAnswer = false };

    private KeyPlan WithFacet(KeyPlan plan, KeyValues values, KeyVerdict verdict)
    {
        var answer = verdict.Kind == KeyKind.NumberFacet || plan.IsVerbatim ? FacetAnswer.Always : FacetAnswerOf(values);
        var field = FreeField(FieldOf(values));
        var rule = new FacetRule
        {
            Definition = new FacetDefinition(field, plan.Question, verdict.Kind == KeyKind.NumberFacet ? FacetType.Number : FacetType.Text),
            Keys = [.. values.Keys.Select(static key => new KeyPattern(key))],
            Answer = answer,
            Split = verdict.Split,
            Aliases = verdict.IsTruth ? TruthAliases.Of(values.Counts) : verdict.IsPath ? LastParts(values) : [],
        };
        if (verdict.Bounds is { } bounds)
        {
            rule = rule.CountedIn(FreeField(field + FacetReader.RangeSuffix), new NumberRanges(bounds));
        }

        _facets.Add(rule);
        var spellings = FacetTexts.Learned(new FacetNormalizer(rule), values.Counts);
        return plan with { Facet = new FacetNormalizer(rule, spellings), IsAnswer = true };
    }

    /// <summary>Of each path its last part.</summary>
    private static List<(KeyPattern Spelling, string Value)> LastParts(KeyValues values)
        => [.. values.Counts.Keys.Order(StringComparer.Ordinal)
            .Select(static path => (new KeyPattern(path), path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..]))];

    /// <summary>A field that no other facet has: the name, or the name with a number.</summary>
    private string FreeField(string name)
    {
        var field = name;
        for (var number = 2; !_fields.Add(field); number++)
        {
            field = FormattableString.Invariant($"{name}_{number}");
        }

        return field;
    }

    /// <summary>Names and phrases are answers; codes, and a few words such as <c>funded</c>, only what else is stated.</summary>
    private static FacetAnswer FacetAnswerOf(KeyValues values)
    {
        var distinct = values.DistinctMerged();
        var isVocabulary = distinct <= SmallVocabulary && values.AverageLength <= 25
            && (values.Share(ValueTraits.Space) < 0.5 || distinct * 10 <= values.Values);
        return isVocabulary || values.Share(ValueTraits.Letters) < 0.1 ? FacetAnswer.Prose : FacetAnswer.Always;
    }

    /// <summary>The key as a name that can stand in an address: a few words of it.</summary>
    private static string FieldOf(KeyValues values)
    {
        var field = new StringBuilder();
        foreach (var letter in values.Name)
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                field.Append(letter);
            }
            else if (field.Length >= LongestField)
            {
                break;
            }
            else if (field.Length > 0 && field[^1] != '_')
            {
                field.Append('_');
            }
        }

        return field.ToString().TrimEnd('_') is { Length: > 0 } name ? name : "unnamed";
    }
}
