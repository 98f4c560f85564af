using System.Text.Json.Serialization;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of <c>/v1/search</c>. docs/http-api.md says what each field means; names are snake_case there.</summary>
internal sealed record SearchAnswer(
    QueryAnswer Query,
    long Total,
    long UnfilteredTotal,
    long PartialTotal,
    int? Page,
    int PerPage,
    IReadOnlyList<BestBetAnswer> BestBets,
    IReadOnlyList<HitAnswer> Hits,
    IReadOnlyList<FacetAnswer> Facets,
    IReadOnlyList<SuggestedFilterAnswer> SuggestedFilters,
    string? DidYouMean,
    IReadOnlyList<string> Warnings,
    double TookMs,
    IndexAnswer Index,
    SearchLinks Links)
{
    /// <summary>The parts that it carries, or <see langword="null"/> for all: see <see cref="AnswerParts"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Parts { get; init; }
}

/// <summary>What was searched for.</summary>
internal sealed record QueryAnswer(
    string Text,
    string Interpreted,
    IReadOnlyList<string> Ignored,
    string? Corrected,
    IReadOnlyList<string> Corrections,
    IReadOnlyList<string> OtherFormsOnly,
    IReadOnlyList<SynonymsOfWord> Synonyms,
    IReadOnlyList<string> AlsoWeighed,
    bool Relaxed)
{
    /// <summary>The parts of the answer: see <see cref="SearchAnswer.Parts"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>How the query was understood.</summary>
    public static QueryAnswer Of(QueryInterpretation query) =>
        new(
            query.Text,
            query.Interpreted,
            query.Ignored,
            query.Corrected,
            query.Corrections,
            query.OtherFormsOnly,
            query.Synonyms,
            query.AlsoWeighed,
            query.Relaxed);
}

/// <summary>A text or proposals that curators show first.</summary>
internal sealed record BestBetAnswer(string? Text, string? Link, IReadOnlyList<HitAnswer> Hits);

/// <summary>A filter that words of the query may have meant, and the address of the search with it instead of them.</summary>
internal sealed record SuggestedFilterAnswer(string Field, string Label, string Value, string Text, long Count, string Url);

/// <summary>Which index answered.</summary>
internal sealed record IndexAnswer(string Build, DateTimeOffset BuiltAt, long Documents);

/// <summary>Addresses around a page of hits; a link that leads nowhere is absent.</summary>
internal sealed record SearchLinks(
    string Self,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prev,
    string Csv,
    string Ndjson,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Atom)
{
    /// <summary>The parts of the answer: see <see cref="SearchAnswer.Parts"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Parts { get; init; }
}

/// <summary>A proposal among the hits.</summary>
internal sealed record HitAnswer(
    string Id,
    string Url,
    string Title,
    string TitleHighlighted,
    string? Summary,
    string? Organization,
    int? Year,
    string? Image,
    double Score,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Facets,
    IReadOnlyList<SnippetAnswer> Snippets,
    bool Partial,
    IReadOnlyList<string> MissingWords,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScoreExplanation? Explanation)
{
    /// <summary>The fields that it carries, or <see langword="null"/> for all: see <see cref="HitFields"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>
/// A passage of an answer. <c>html</c> is safe to insert; with <c>matches=true</c>, <c>text</c> and <c>matches</c> say the same without
/// HTML.
/// </summary>
internal sealed record SnippetAnswer(
    string Question,
    string? QuestionId,
    string Url,
    string Html,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TextSpan>? Matches)
{
    /// <summary>The fields of its hit: see <see cref="HitAnswer.Fields"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>Counts of a facet.</summary>
internal sealed record FacetAnswer(
    string Field,
    string Label,
    string Type,
    IReadOnlyList<FacetValueAnswer> Values,
    long Missing,
    bool MissingSelected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FacetLinks? MissingLinks,
    int Other);

/// <summary>A value of a facet; with <c>links=true</c>, the address that selects it or takes it back.</summary>
internal sealed record FacetValueAnswer(
    string Value,
    string Label,
    long Count,
    bool Selected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FacetLinks? Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parent = null);

/// <summary>Either address, never both.</summary>
internal sealed record FacetLinks(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Add,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Remove);

/// <summary>The JSON of <c>/v1/proposals/{id}</c>.</summary>
internal sealed record ProposalAnswer(
    string Id,
    string Url,
    string Title,
    string? Summary,
    string? Organization,
    int? Year,
    IReadOnlyList<LinkAnswer> Links,
    string? Image,
    string? Video,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Facets,
    IReadOnlyList<AnswerAnswer> Answers,
    string Source,
    string ContentHash,
    RelatedAnswer Related,
    IndexAnswer Index);

/// <summary>What a proposal has to do with others.</summary>
internal sealed record RelatedAnswer(
    IReadOnlyList<OrganizationProposalAnswer> OrganizationProposals, IReadOnlyList<AlsoProposedAnswer> AlsoProposedIn);

/// <summary>Another proposal of the same organization, and why it is the same.</summary>
internal sealed record OrganizationProposalAnswer(
    string Id, string Url, string Title, string? Organization, int? Year, IReadOnlyList<string> Evidence);

/// <summary>An answer that another proposal gives too: how much of it, in percent, and the addresses of both.</summary>
internal sealed record AlsoProposedAnswer(
    string Question,
    string AnswerUrl,
    int SharedPercent,
    string Id,
    string Url,
    string Title,
    string? Organization,
    int? Year,
    string OtherQuestion);

/// <summary>An address that a proposal states.</summary>
internal sealed record LinkAnswer(string Label, string Url);

/// <summary>An answer under its question.</summary>
internal sealed record AnswerAnswer(string Question, string? QuestionId, string Url, string Text);

/// <summary>The JSON of <c>/v1/index</c>.</summary>
internal sealed record IndexDescription(
    string Build,
    DateTimeOffset BuiltAt,
    long Documents,
    string Backend,
    LanguageAnswer Language,
    IReadOnlyList<FacetDescription> Facets,
    IReadOnlyList<QuestionDefinition> Questions,
    StatisticsAnswer Statistics,
    WatchAnswer Watch);

/// <summary>The language that queries are read in.</summary>
/// <param name="Code">By BCP 47, such as <c>es</c>; <c>und</c> for none.</param>
/// <param name="Name">In English.</param>
internal sealed record LanguageAnswer(string Code, string Name);

/// <summary>Whether changes of the sources are followed, and what keeps the index from it.</summary>
/// <param name="Enabled">Whether the sources are watched.</param>
/// <param name="FailingSince">Since when changes could not be indexed, or <see langword="null"/> where all is well.</param>
/// <param name="Failure">Why, and what to do.</param>
internal sealed record WatchAnswer(
    bool Enabled,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? FailingSince,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Failure);

/// <summary>A facet field that requests may filter by.</summary>
internal sealed record FacetDescription(string Field, string Label, string Type, string Parameter);

/// <summary>Counts and sizes of an index.</summary>
internal sealed record StatisticsAnswer(int Segments, long Terms, long Tokens, long Bytes, IReadOnlyList<IndexFile> Files);

/// <summary>A line of <c>/v1/search.ndjson</c>.</summary>
internal sealed record ExportAnswer(
    string Id,
    string Url,
    string Title,
    string? Summary,
    string? Organization,
    int? Year,
    double Score,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Facets,
    string Source);

/// <summary>The JSON of <c>/v1/index/refresh</c>: whether another index answers now, and which.</summary>
internal sealed record RefreshAnswer(bool Changed, IndexAnswer Index, double TookMs);

/// <summary>The JSON of <c>/health/live</c> and <c>/health/ready</c>.</summary>
internal sealed record HealthAnswer(string Status);
