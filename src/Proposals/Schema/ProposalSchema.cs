namespace ProposalSearch.Proposals.Schema;

/// <summary>What the keys of an archive mean. Immutable. The format is described in docs/schema.md.</summary>
internal sealed record ProposalSchema
{
    /// <summary>What a schema that extends none starts from: it knows what is not to be served, and nothing else.</summary>
    public static ProposalSchema Bare { get; } = new()
    {
        Fields = new Dictionary<FieldRole, IReadOnlyList<KeyPattern>>
        {
            [FieldRole.Published] = [new KeyPattern("published")],
            [FieldRole.Draft] = [new KeyPattern("draft")],
        },
    };

    /// <summary>Keys whose values name the proposal; where none has a value, the path does.</summary>
    public IReadOnlyList<KeyPattern> Ids { get; init; } = [];

    /// <summary>Keys that name a proposal in a file that holds many; where none has a value, its number does.</summary>
    public IReadOnlyList<KeyPattern> RecordIds { get; init; } = [];

    /// <summary>The keys of each field, the preferred ones first.</summary>
    public IReadOnlyDictionary<FieldRole, IReadOnlyList<KeyPattern>> Fields { get; init; }
        = new Dictionary<FieldRole, IReadOnlyList<KeyPattern>>();

    /// <summary>Keys whose values are answers, under the key as it is.</summary>
    public IReadOnlyList<KeyPattern> Answers { get; init; } = [];

    /// <summary>Keys whose values are addresses.</summary>
    public IReadOnlyList<LinkRule> Links { get; init; } = [];

    /// <summary>The facets, in the order to show them.</summary>
    public IReadOnlyList<FacetRule> Facets { get; init; } = [];

    /// <summary>The canonical questions with their wordings; the first that matches counts.</summary>
    public IReadOnlyList<QuestionRule> Questions { get; init; } = [];

    /// <summary>How wordings that no question lists are compared with those that one does.</summary>
    public LikenessRules Likeness { get; init; } = new();

    /// <summary>Words of proposals that mean the same, by language.</summary>
    public SynonymRules Synonyms { get; init; } = SynonymRules.None;

    /// <summary>What is shown first for some queries.</summary>
    public IReadOnlyList<BestBetRule> BestBets { get; init; } = [];

    /// <summary>The question that a short key stands for, by the normalised key.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Which values of which keys say that a proposal is not served, beside what keys of <see cref="FieldRole.Published"/> and <see
    /// cref="FieldRole.Draft"/> say.
    /// </summary>
    public IReadOnlyList<UnpublishedRule> Unpublished { get; init; } = [];

    /// <summary>The longest file that is read, in bytes.</summary>
    public long FileBytes { get; init; } = Sources.SourceReader.DefaultLimit;

    /// <summary>The language of the texts; <see langword="null"/> where they are to tell it themselves.</summary>
    public SchemaLanguage? Language { get; init; }

    /// <summary>SHA-256 of the text of the schema, in lower-case hexadecimal.</summary>
    public string Digest { get; init; } = "";
}

/// <summary>What a key is, beside facets, links and answers.</summary>
internal enum FieldRole
{
    Title,
    Summary,

    /// <summary>The year, or a date that has one.</summary>
    Year,

    /// <summary>Who proposes.</summary>
    Organization,

    /// <summary>The archive's own id of who proposes.</summary>
    OrganizationId,
    Image,
    Video,

    /// <summary>Whether the proposal is served.</summary>
    Published,

    /// <summary>Whether the proposal is not yet served.</summary>
    Draft,

    /// <summary>A mapping of questions to answers.</summary>
    Nested,

    /// <summary>Not for people: ids, style names, file names.</summary>
    Noise,
}

/// <summary>Keys whose values are addresses.</summary>
/// <param name="Pattern">The keys.</param>
/// <param name="Label">What to show; empty for the key itself.</param>
/// <param name="Prefix">What makes an address of a bare name, such as <c>https://twitter.com/</c>; or <see langword="null"/>.</param>
/// <param name="LabelsKey">The key whose values label the addresses, or <see langword="null"/>.</param>
internal sealed record LinkRule(KeyPattern Pattern, string Label, string? Prefix, string? LabelsKey = null);

/// <summary>A canonical question.</summary>
/// <param name="Definition">Its id and label.</param>
/// <param name="Wordings">What people call it.</param>
internal sealed record QuestionRule(QuestionDefinition Definition, IReadOnlyList<KeyPattern> Wordings)
{
    /// <summary>What people call it in other languages. New wordings are not compared with these: what is compared knows English.</summary>
    public IReadOnlyList<KeyPattern> Translations { get; init; } = [];

    /// <summary>All that is listed.</summary>
    public IEnumerable<KeyPattern> Listed => Wordings.Concat(Translations);
}

/// <summary>A language that a schema names. Which there are, only an engine knows.</summary>
/// <param name="Code">As it stands there.</param>
/// <param name="Line">The line.</param>
internal sealed record SchemaLanguage(string Code, int Line);

/// <summary>Values of a key that say that a proposal is not served.</summary>
/// <param name="Keys">The key, or keys with <c>*</c>.</param>
/// <param name="Values">The values; none where no value says so.</param>
internal sealed record UnpublishedRule(KeyPattern Keys, IReadOnlyList<KeyPattern> Values);
