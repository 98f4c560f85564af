using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>What a schema says of a key.</summary>
internal sealed class SchemaKeys(ProposalSchema schema)
{
    private const int YearLength = 4;

    private readonly List<FacetNormalizer> _facets = [.. schema.Facets.Select(static rule => new FacetNormalizer(rule))];

    /// <summary>The schema.</summary>
    public ProposalSchema Schema { get; } = schema;

    /// <summary>The canonical questions of wordings.</summary>
    public QuestionFinder Questions { get; } = new(schema);

    /// <summary>
    /// What becomes of a key's value, or <see langword="null"/> where the schema does not know the key. A short key such as <c>budget</c> may be the name of
    /// anything, whatever questions are called: it is known only where the schema names it as a key.
    /// </summary>
    public KeyPlan? Find(string key)
    {
        foreach (var normalized in Names(key))
        {
            if (Find(key, normalized) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The field that a key fills, or <see langword="null"/>.</summary>
    public FieldRole? FieldOf(string key) => Names(key).Select(name => FindField(name).Field).FirstOrDefault(static field => field is not null);

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

    /// <summary>A key as it is; that of a program as words; without the remark in parentheses that ends it; without the year that ends it.</summary>
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

        if (key.Length > YearLength && Years.In(key.AsSpan(key.Length - YearLength)) is not null && key[^(YearLength + 1)] is '_' or '-' or ' ')
        {
            yield return Wording.Normalize(key[..^(YearLength + 1)]);
        }
    }

    private KeyPlan? Find(string key, string normalized)
    {
        var question = QuestionOf(key, normalized);
        var questionId = Questions.Listed(question) ?? Questions.Listed(key);
        var isAnswered = Schema.Answers.Any(pattern => pattern.Matches(normalized));
        var isLabelled = Schema.Labels.ContainsKey(normalized);
        var (field, rank) = FindField(normalized);
        var link = field is null ? LinkOf(key, normalized) : null;
        var (facet, flag) = FacetOf(normalized);
        if (field is null && link is null && facet is null && !isLabelled && !isAnswered && (questionId is null || !Wording.IsQuestion(key)))
        {
            return null;
        }

        var isAnswer = field is null && link is null && flag is null && facet is not { Rule.Answer: FacetAnswer.Never };
        return new KeyPlan
        {
            Field = field,
            Rank = rank,
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

    /// <summary>The question to show for a key: its own wording, the label that the schema has for it, or its name as words.</summary>
    public string QuestionOf(string key, string normalized) => Schema.Labels.TryGetValue(normalized, out var label) ? label : Wording.Label(key);

    private (FieldRole? Field, int Rank) FindField(string normalized)
    {
        foreach (var exact in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var (role, patterns) in Schema.Fields)
            {
                for (var rank = 0; rank < patterns.Count; rank++)
                {
                    if (patterns[rank].IsExact == exact && patterns[rank].Matches(normalized))
                    {
                        return (role, rank);
                    }
                }
            }
        }

        return (null, 0);
    }

    private LinkRule? LinkOf(string key, string normalized)
    {
        var rule = Schema.Links.FirstOrDefault(link => link.Pattern.IsExact && link.Pattern.Matches(normalized))
            ?? Schema.Links.FirstOrDefault(link => link.Pattern.Matches(normalized));
        return rule is { Label.Length: 0 } ? rule with { Label = Wording.Label(key) } : rule;
    }

    private (FacetNormalizer? Facet, string? Flag) FacetOf(string normalized)
    {
        foreach (var exact in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var facet in _facets)
            {
                if (facet.Rule.Keys.Any(key => key.IsExact == exact && key.Matches(normalized)))
                {
                    return (facet, null);
                }

                foreach (var (flag, value) in facet.Rule.Flags)
                {
                    if (flag.IsExact == exact && flag.Matches(normalized))
                    {
                        return (facet, value);
                    }
                }
            }
        }

        return (null, null);
    }
}
