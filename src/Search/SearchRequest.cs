
using ProposalSearch.Proposals;

namespace ProposalSearch.Search;

/// <summary>What somebody asks of an index. Every default is the product's default.</summary>
public sealed record SearchRequest
{
    /// <summary>The query as typed. Empty asks for all proposals. No text is an error: see <see cref="QueryInterpretation"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether all words are needed. Default <see cref="MatchMode.Auto"/>.</summary>
    public MatchMode Match { get; init; } = MatchMode.Auto;

    /// <summary>Filters, at most one for a field: any of the included values, AND between fields.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    /// <summary>The facet fields to count, or <see langword="null"/> for those of the schema. Empty counts none.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    /// <summary>
    /// How many values of a facet at most are listed, the first in the order of <see cref="FacetResult.Values"/>; the rest is summed up as
    /// other. Default 20.
    /// </summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>The order of the hits. Default <see cref="SortOrder.Relevance"/>.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>The numbers to order the hits by instead of <see cref="Sort"/>, or <see langword="null"/>.</summary>
    public NumberOrder? SortBy { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits on a page, 0 to 100. Default 10.</summary>
    public int PerPage { get; init; } = 10;

    /// <summary>
    /// Where to go on, from <see cref="SearchResponse.NextCursor"/> of the same request; wins over <see cref="Page"/>. It reaches beyond
    /// <see cref="SearchLimits.Window"/>. In an index of another build it is <see cref="FaultCodes.InvalidCursor"/>.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>Snippets of a hit at most. Default 3.</summary>
    public int Snippets { get; init; } = 3;

    /// <summary>The aimed length of a snippet in characters. Default 240.</summary>
    public int SnippetLength { get; init; } = 240;

    /// <summary>
    /// Canonical questions, or <see cref="Proposals.QuerySections"/>, to search within: any of them. Empty searches everything.
    /// </summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>
    /// Whether each hit carries an account of its score. Of a long query the parts that give most to the hit are listed, and the sum of the
    /// others.
    /// </summary>
    public bool Explain { get; init; }

    /// <summary>
    /// Whether the text is searched for as it stands, without synonyms, and without another spelling where nothing has it. Default false:
    /// those are searched for, and the response says so.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>
    /// How long the search may take before it is given up with a <see cref="SearchTimeExceededException"/>; <see langword="null"/> for as
    /// long as it needs.
    /// Default <see cref="SearchLimits.TimeBudget"/>. It decides whether there is an answer, never what is in it.
    /// </summary>
    public TimeSpan? TimeBudget { get; init; } = SearchLimits.TimeBudget;
}

/// <summary>How many of the words a hit needs.</summary>
public enum MatchMode
{
    /// <summary>All words; when nothing has all of them, any of them, best first, and the response says so.</summary>
    Auto,

    /// <summary>All words.</summary>
    All,

    /// <summary>Any of the words.</summary>
    Any,
}

/// <summary>The order of hits. Ties are always broken by relevance, then by id.</summary>
public enum SortOrder
{
    /// <summary>Best score first; with an empty query, newest first.</summary>
    Relevance,

    /// <summary>Latest year first; proposals without a year last.</summary>
    Newest,

    /// <summary>Earliest year first; proposals without a year last.</summary>
    Oldest,

    /// <summary>
    /// By title as in a library's catalogue: without the article before it in the index's language, numbers by their value, without regard
    /// to case, accents and signs.
    /// </summary>
    Title,
}

/// <summary>An order of hits by a number; proposals without one are last in any case. Ties are broken by relevance, then by id.</summary>
/// <param name="Field">
/// A facet of numbers, by its greatest value, or <see cref="Day"/> where <see cref="IndexMetadata.HasDays"/> says so.
/// </param>
/// <param name="Descending">Greatest, or latest, first.</param>
public sealed record NumberOrder(string Field, bool Descending)
{
    /// <summary>The day of submission.</summary>
    public const string Day = "date";

    /// <summary>The fields that an index can be sorted by.</summary>
    public static IReadOnlyList<string> FieldsOf(IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var numbers = metadata.Facets.Where(facet => facet.Type == FacetType.Number).Select(facet => facet.Field);
        return [.. metadata.HasDays ? numbers.Prepend(Day).Distinct(StringComparer.Ordinal) : numbers];
    }

    /// <summary>All orders of an index, as requests have them.</summary>
    public static IReadOnlyList<string> WordsOf(IndexMetadata metadata) =>
    [
        .. Enum.GetValues<SortOrder>().Select(ChoiceWords.Of), .. FieldsOf(metadata).SelectMany(field => new[] { field, "-" + field }),
    ];

    /// <summary>As requests have it: <c>amount</c>, <c>-amount</c>.</summary>
    public override string ToString() => (Descending ? "-" : "") + Field;
}

/// <summary>A filter on one facet field.</summary>
/// <param name="Field">The field's name, such as <c>category</c>.</param>
public sealed record FacetFilter(string Field)
{
    /// <summary>Stands for "not stated" among included and excluded values.</summary>
    public const string Missing = "~missing";

    /// <summary>A proposal passes with any of these; empty lets all pass.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>A proposal with any of these does not pass.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>A range of numbers, an alternative to <see cref="Include"/>.</summary>
    public NumberRange? Range { get; init; }
}

/// <summary>Numbers between two ends, both included; an end that is <see langword="null"/> is open.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The greatest.</param>
public sealed record NumberRange(long? From, long? To)
{
    /// <summary>Whether it has an end, and its ends are in order.</summary>
    public bool IsInOrder => (From ?? To) is not null && !(From > To);
}
