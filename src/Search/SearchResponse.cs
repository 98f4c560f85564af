using ProposalSearch.Proposals;

namespace ProposalSearch.Search;

/// <summary>An answer to a <see cref="SearchRequest"/>. Totals and counts are exact.</summary>
public sealed record SearchResponse
{
    /// <summary>What was searched for.</summary>
    public required QueryInterpretation Query { get; init; }

    /// <summary>Proposals that match query and filters.</summary>
    public required long Total { get; init; }

    /// <summary>Proposals that match the query alone.</summary>
    public required long UnfilteredTotal { get; init; }

    /// <summary>
    /// Proposals that have some of the words and not all, and follow those that have all, where these are fewer than ten; 0 where none
    /// follow. Neither <see cref="Total"/> nor the facets count them.
    /// </summary>
    public long PartialTotal { get; init; }

    /// <summary>
    /// What curators show first for this query, on the first page by relevance. Its proposals are not among <see cref="Hits"/>, of which
    /// there are as many fewer on their page; <see cref="Total"/> and the facets count those that match, once.
    /// </summary>
    public IReadOnlyList<ShownBestBet> BestBets { get; init; } = [];

    /// <summary>The hits of the page.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>Counts of the facets asked for, in that order.</summary>
    public required IReadOnlyList<FacetResult> Facets { get; init; }

    /// <summary>
    /// Years, places and other values of facets that stand among the words of the query, as filters instead. They were searched for as
    /// words. Five at most.
    /// </summary>
    public IReadOnlyList<SuggestedFilter> SuggestedFilters { get; init; } = [];

    /// <summary>A better spelling of the whole query that has hits, or <see langword="null"/>.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Sentences about what was done to the request, for a person to read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Where the next page begins, or <see langword="null"/> after the last hit.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>How the text of a query was understood.</summary>
public sealed record QueryInterpretation
{
    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>In the query language, fully spelled out: <c>poverty AND "college success"</c>.</summary>
    public required string Interpreted { get; init; }

    /// <summary>Words that were not searched for, such as stop words.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>
    /// The text that was searched for instead, since nothing has what was typed; <see langword="null"/> where that was searched for.
    /// </summary>
    public string? Corrected { get; init; }

    /// <summary>
    /// The words that <see cref="Corrected"/> or <see cref="SearchResponse.DidYouMean"/> has instead of others, as
    /// <c>povrety → poverty</c>.
    /// </summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>
    /// Words that no proposal has as they were typed: what was found has other words of the same stem. The stem of "organs" is that of
    /// "organization".
    /// </summary>
    public IReadOnlyList<string> OtherFormsOnly { get; init; } = [];

    /// <summary>
    /// Words that were searched for too, since the schema says that they mean the same. <see cref="SearchRequest.Exact"/> and quotes leave
    /// them out.
    /// </summary>
    public IReadOnlyList<SynonymsOfWord> Synonyms { get; init; } = [];

    /// <summary>
    /// Words that the best hits have in common and that count in the order too, the most telling first. They decide nothing about which
    /// proposals match.
    /// </summary>
    public IReadOnlyList<string> AlsoWeighed { get; init; } = [];

    /// <summary>True when nothing had all words, so that any of them was enough.</summary>
    public bool Relaxed { get; init; }
}

/// <summary>A text or proposals that curators show first.</summary>
/// <param name="Text">The text, or <see langword="null"/>.</param>
/// <param name="Link">Where it leads, or <see langword="null"/>.</param>
/// <param name="Hits">The proposals within the filters, whether they match the query or not; none has a score.</param>
public sealed record ShownBestBet(string? Text, string? Link, IReadOnlyList<Hit> Hits);

/// <summary>What was searched for beside a word.</summary>
/// <param name="Word">The word as typed, or several that stand side by side.</param>
/// <param name="Also">Words that mean the same; some proposal has each.</param>
public sealed record SynonymsOfWord(string Word, IReadOnlyList<string> Also);

/// <summary>A proposal among the hits.</summary>
public sealed record Hit
{
    /// <summary>The proposal's id.</summary>
    public required string Id { get; init; }

    /// <summary>The proposal's title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the query's words stand in the title.</summary>
    public IReadOnlyList<TextSpan> TitleMatches { get; init; } = [];

    /// <summary>The proposal's summary, or <see langword="null"/>.</summary>
    public string? Summary { get; init; }

    /// <summary>The proposal's organization, or <see langword="null"/>.</summary>
    public string? Organization { get; init; }

    /// <summary>The proposal's year, or <see langword="null"/>.</summary>
    public int? Year { get; init; }

    /// <summary>The address of the proposal's picture, or <see langword="null"/>.</summary>
    public string? Image { get; init; }

    /// <summary>The score, comparable within one response only. 0 for an empty query.</summary>
    public required double Score { get; init; }

    /// <summary>The proposal's facet values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// The best passages, best first. For an empty query the beginning of the summary, or else of what tells most: the need, the first
    /// sentence.
    /// </summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];

    /// <summary>Whether it has some of the words only, after hits that have all: see <see cref="SearchResponse.PartialTotal"/>.</summary>
    public bool Partial { get; init; }

    /// <summary>Words of the query that this hit lacks.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = [];

    /// <summary>The source file, relative to the source folder.</summary>
    public required string Source { get; init; }

    /// <summary>An account of the score, if asked for.</summary>
    public ScoreExplanation? Explanation { get; init; }
}

/// <summary>A passage of an answer.</summary>
/// <param name="Question">The question that the answer answers; <c>Title</c>, <c>Summary</c> or <c>Organization</c> for those.</param>
/// <param name="QuestionId">The canonical question, or <see langword="null"/>.</param>
/// <param name="AnswerIndex">Which of the proposal's answers, from 0; <see langword="null"/> for title, summary and organization.</param>
/// <param name="Text">
/// The passage, verbatim from the answer, without blanks around it: whole sentences where they fit, whole words in any case. Where it
/// begins or ends within a sentence, <c>…</c> stands before or after it.
/// </param>
/// <param name="Matches">Where the query's words stand in <paramref name="Text"/>, in order, without overlap.</param>
public sealed record Snippet(string Question, string? QuestionId, int? AnswerIndex, string Text, IReadOnlyList<TextSpan> Matches);

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How long it is; never 0.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>A number of a score with the formula that made it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Description">The formula with its numbers.</param>
/// <param name="Details">The parts of the formula.</param>
public sealed record ScoreExplanation(double Value, string Description, IReadOnlyList<ScoreExplanation> Details);

/// <summary>Counts of one facet, sideways: a filter on this facet's own field does not lower them.</summary>
public sealed record FacetResult
{
    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    /// <summary>The name to show.</summary>
    public required string Label { get; init; }

    /// <summary>What the values are.</summary>
    public required FacetType Type { get; init; }

    /// <summary>
    /// Values with their counts: the most frequent first, years latest first, ties by value. A selected value is always here, with 0 if
    /// need be and beyond <see cref="SearchRequest.FacetSize"/>.
    /// </summary>
    public required IReadOnlyList<FacetValue> Values { get; init; }

    /// <summary>Proposals without a value.</summary>
    public required long Missing { get; init; }

    /// <summary>Whether "not stated" is selected.</summary>
    public bool MissingSelected { get; init; }

    /// <summary>How many further values there are that <see cref="Values"/> does not list.</summary>
    public required int Other { get; init; }

    /// <summary>See <see cref="FacetDefinition.Separator"/>.</summary>
    public string? Separator { get; init; }
}

/// <summary>A filter that may have been meant by words of a query.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Label">Its name to show.</param>
/// <param name="Value">The value, as filters take it.</param>
/// <param name="Text">The query without these words, as typed otherwise; it may be empty.</param>
/// <param name="Count">Proposals that match that query and have the value; never 0.</param>
public sealed record SuggestedFilter(string Field, string Label, string Value, string Text, long Count);

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value, as filters take it.</param>
/// <param name="Label">The value to show.</param>
/// <param name="Count">Proposals that have it.</param>
/// <param name="Selected">Whether a filter includes it.</param>
public sealed record FacetValue(string Value, string Label, long Count, bool Selected)
{
    /// <summary>
    /// The value that it is below, which every proposal that has it has too; <see langword="null"/> where it is below none. It is listed
    /// before it.
    /// </summary>
    public string? Parent { get; init; }
}
