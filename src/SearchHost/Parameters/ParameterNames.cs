namespace ProposalSearch.SearchHost.Parameters;

/// <summary>The names of parameters.</summary>
internal static class ParameterNames
{
    /// <summary>Before the field of an exclusion: <c>exclude.category=play</c>.</summary>
    public const string Exclude = "exclude.";

    /// <summary>Before the field of a filter, for fields that have the name of another parameter: <c>filter.sort=quick</c>.</summary>
    public const string Filter = "filter.";

    /// <summary>Parameters of every search.</summary>
    public static IReadOnlyList<string> Search { get; } =
    [
        "q", "keywords", "tags", "match", "in", "sort", "page", "per_page", "cursor", "facets", "facet_size", "snippets", "snippet_length",
        "pre_tag", "post_tag", "explain", "links", "matches", "exact", "fields", "parts",
    ];

    /// <summary>What <c>fields</c> takes: the fields of a hit, and those of its snippets.</summary>
    public static IReadOnlyList<string> HitFields { get; } =
    [
        "id", "url", "title", "title_highlighted", "summary", "organization", "year", "image", "score", "facets", "snippets",
        "partial", "missing_words", "source", "explanation", "snippets.question", "snippets.question_id", "snippets.url", "snippets.html",
        "snippets.text", "snippets.matches",
    ];

    /// <summary>What <c>parts</c> takes: the parts of an answer, and those of its <c>query</c> and <c>links</c>.</summary>
    public static IReadOnlyList<string> AnswerParts { get; } =
    [
        "query", "total", "unfiltered_total", "partial_total", "page", "per_page", "best_bets", "hits", "facets", "suggested_filters",
        "did_you_mean", "warnings", "took_ms", "index", "links", "query.text", "query.interpreted", "query.ignored", "query.corrected",
        "query.corrections", "query.other_forms_only", "query.synonyms", "query.also_weighed", "query.relaxed", "links.self", "links.next",
        "links.prev", "links.csv", "links.ndjson", "links.atom",
    ];

    /// <summary>Fields that snippets carry only where they are asked for.</summary>
    public static IReadOnlyList<string> NeedMatches { get; } = ["snippets.text", "snippets.matches"];

    /// <summary>How to filter by a field.</summary>
    public static string ForFilter(string field)
        => Search.Contains(field, StringComparer.Ordinal) || field.Contains('.', StringComparison.Ordinal) ? Filter + field : field;
}
