using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>What a schema says of a key.</summary>
internal sealed class SchemaKeys(ProposalSchema schema)
{
    private const int YearLength = 4;

    private readonly List<FacetNormalizer> _facets = [.. schema.Facets.Select(static rule => new FacetNormalizer(rule))];

    public ProposalSchema Schema { get; } = schema;

    /// <summary>The canonical questions of wordings.</summary>
    public QuestionFinder Questions { get; } = new(schema);

    /// <summary>
    /// What becomes of a key's value, or <see langword="null"/> where the schema does not know the key. A short key such as <c>budget</c>
    /// may be the name of anything, whatever questions are called: it is known only where the schema names it as a key.
    /// </summary>
    public KeyPlan? Find(string key) => Names(key).Select(name => Find(key, name)).FirstOrDefault(static plan => plan is not null);

    /// <summary>The field that a key fills, or <see langword="null"/>.</summary>
    public FieldRole? FieldOf(string key)
        => Names(key).Select(name => FindField(name).Field).FirstOrDefault(static field => field is not null);

    /// <summary>
    /// The values of a key that say that a proposal is not served, as the first rule for it has them; <see langword="null"/> where none
    /// has.
    /// </summary>
    public IReadOnlyList<KeyPattern>? UnpublishedValues(string key)
        => Names(key)
            .Select(name => Schema.Unpublished.FirstOrDefault(rule => rule.Keys.Matches(name)))
            .FirstOrDefault(static rule => rule is not null)?.Values;

    /// <summary>Whether a key with this text says that the proposal is not served.</summary>
    public bool IsUnpublished(string key, string text)
        => Publication.MaySaySo(text, Schema.Unpublished)
            && (Publication.IsServed(FieldOf(key), text) == false || Publication.IsAmong(UnpublishedValues(key) ?? [], text));

    /// <summary>The names that a schema may have a key under: as it is; as words; without a remark, or the year, at its end.</summary>
    private static IEnumerable<string> Names(string key)
    {
        yield return Wording.Normalize(key);
        if (Wording.Words(key) is var words && words != key)
        {
            yield return Wording.Normalize(words);
        }

        if (Wording.WithoutRemark(key) is { Length: > 0 } bare && bare.Length < key.Length)
        {
            yield return Wording.Normalize(bare);
        }

        if (key is [.., '_' or '-' or ' ', _, _, _, _] && Years.In(key.AsSpan(key.Length - YearLength)) is not null)
        {
            yield return Wording.Normalize(key[..^(YearLength + 1)]);
        }
    }

    private KeyPlan? Find(string key, string normalized)
    {
        var question = Schema.Labels.GetValueOrDefault(normalized) ?? Wording.Label(key);
        var questionId = Questions.Listed(question) ?? Questions.Listed(key);
        var isAnswered = Schema.Answers.Any(pattern => pattern.Matches(normalized));
        var isLabelled = Schema.Labels.ContainsKey(normalized);
        var (field, rank) = FindField(normalized);
        var link = field is null ? LinkOf(key, normalized) : null;
        var (facet, flag) = FacetOf(normalized);
        var isNamed = field is not null || link is not null || facet is not null || isLabelled || isAnswered;
        if (!isNamed && (questionId is null || !Wording.IsQuestion(key)))
        {
            return null;
        }

        // A key that is an answer, or has values of a facet, and is one of a field too fills the field where no better key does.
        var isFallback = field is FieldRole.Title or FieldRole.Summary or FieldRole.Year or FieldRole.Organization
            && (facet is not null || isAnswered);
        var isAnswer = (field is null || isFallback) && link is null && flag is null && facet is not { Rule.Answer: FacetAnswer.Never };
        return new KeyPlan
        {
            Field = field,
            Rank = rank,
            IsFallback = isFallback,
            Link = link,
            LinkLabels = link?.LabelsKey,
            Facet = facet,
            Flag = flag,
            IsAnswer = isAnswer,
            Question = question,
            QuestionId = questionId ?? (isAnswer ? Questions.Match(question).QuestionId : null),
            IsVerbatim = !isLabelled && Wording.IsQuestion(key),
            NormalizedQuestion = Wording.Normalize(question),
        };
    }

    private (FieldRole? Field, int Rank) FindField(string normalized)
    {
        var found =
            from field in Schema.Fields
            from pattern in field.Value.Index()
            where pattern.Item.Matches(normalized)
            orderby pattern.Item.IsExact descending
            select ((FieldRole?)field.Key, pattern.Index);
        return found.FirstOrDefault();
    }

    private LinkRule? LinkOf(string key, string normalized)
    {
        var found = Schema.Links.Where(link => link.Pattern.Matches(normalized)).OrderByDescending(static link => link.Pattern.IsExact);
        var rule = found.FirstOrDefault();
        return rule is { Label.Length: 0 } ? rule with { Label = Wording.Label(key) } : rule;
    }

    private (FacetNormalizer? Facet, string? Flag) FacetOf(string normalized)
    {
        var found =
            from facet in _facets
            from key in facet.Rule.AllKeys
            where key.Pattern.Matches(normalized)
            orderby key.Pattern.IsExact descending
            select ((FacetNormalizer?)facet, key.Flag);
        return found.FirstOrDefault();
    }
}
