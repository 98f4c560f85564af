using Microsoft.OpenApi;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>What each address of the API tells of itself.</summary>
internal static class DescribedEndpoints
{
    private static readonly DescribedParameter Id = new(
        "id",
        new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 },
        "What the proposal is known by, as `id` of a hit: a path, whose slashes may stand as they are or encoded.")
    {
        IsInPath = true,
        Example = "2015/lift-la-member2member-project",
    };

    private static readonly DescribedParameter Typed = DescribedParameter.Text("q", "What was typed so far.", "colleg");

    private static readonly DescribedParameter SuggestLimit =
        DescribedParameter.Number(NumberBounds.SuggestLimit, "Suggestions at most.", new SuggestRequest().Limit);

    /// <summary><c>GET /v1/search</c>.</summary>
    public static Described Search { get; } = new(
        "search", ApiGroups.Search, "Search proposals",
        "A page of hits, with snippets under their questions, facet counts, and an account of how the query was understood.")
    {
        TakesSearch = true,
        Answers = [DescribedAnswer.Json(WireJson.Wire.SearchAnswer, DescribedExamples.Search)],
        Problems = [.. ProblemGroups.Search, .. ProblemGroups.Work, "unknown_field", "unknown_part"],
    };

    /// <summary><c>POST /v1/search</c>.</summary>
    public static Described SearchByBody { get; } = Search with
    {
        Id = "searchByBody",
        Summary = "Search proposals, with the search as JSON",
        Meaning = "Takes the same as `GET /v1/search`, as a JSON object: for queries that are too long for an address.",
        TakesSearch = false,
        TakesBody = true,
        IsCached = false,
        Problems = [.. Search.Problems, "invalid_json", "unreadable_body", "body_too_large"],
    };

    /// <summary><c>GET /v1/search.csv</c>.</summary>
    public static Described Csv { get; } = new(
        "exportCsv", ApiGroups.Export, "All matches as a table", "RFC 4180, a row for each match in its order, whatever the page. Several "
            + "values of a field are separated by `; `. A text that a spreadsheet would run as a formula begins with an apostrophe.")
    {
        TakesSearch = true,
        Parameters =
        [
            DescribedParameter.Texts(
                "columns",
                "The columns in their order: fields of a hit, facets, `answers.QUESTION`, `answers.other`, or `answers` for all of these.",
                "title"),
            DescribedParameter.Flag("bom", "Begin with a byte order mark, which Excel needs to read UTF-8."),
        ],
        Answers = [new DescribedAnswer("text/csv", null)],
        Problems = [.. ProblemGroups.Search, .. ProblemGroups.Work, "unknown_column"],
    };

    /// <summary><c>GET /v1/search.ndjson</c>.</summary>
    public static Described Ndjson { get; } = Csv with
    {
        Id = "exportNdjson",
        Summary = "All matches, a JSON object on each line",
        Meaning = "As fast as they are read, in their order, whatever the page. The schema is that of a line.",
        Parameters = [DescribedParameter.Flag("bom", "Changes nothing here.")],
        Answers = [new DescribedAnswer("application/x-ndjson", WireJson.Wire.ExportAnswer)],
        Problems = [.. ProblemGroups.Search, .. ProblemGroups.Work],
    };

    /// <summary><c>GET /dump/manifest.json</c>.</summary>
    public static Described DumpManifest { get; } = new(
        "dumpManifest", ApiGroups.Export, "Which files are the full dump",
        "Of which edition of the index it is, how many proposals it has, and the files, with sizes and digests.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.DumpManifest)],
        Problems = ["dump_not_ready"],
    };

    /// <summary><c>GET /dump/{file}</c>.</summary>
    public static Described DumpFile { get; } = new(
        "dumpFile", ApiGroups.Export, "A file of the full dump",
        "Every proposal with its answers, a JSON object on each line, packed with gzip. Ranges are answered. "
            + "A name never has another content.")
    {
        Parameters =
        [
            DescribedParameter.Text("file", "A name from the manifest.", "proposals-9a5c88bfbff72f8b-0123456789ab.ndjson.gz") with
            {
                IsInPath = true,
            },
        ],
        Answers = [new DescribedAnswer("application/gzip", null)],
        Problems = ["not_found"],
        HasRanges = true,
    };

    /// <summary><c>GET /v1/search.atom</c>.</summary>
    public static Described Atom { get; } = Ndjson with
    {
        Id = "searchFeed",
        Group = ApiGroups.Search,
        Summary = "A page of hits as a feed",
        Meaning = "Atom (RFC 4287), with links to the pages around it (RFC 5005). An entry keeps its id as long as the proposal.",
        Parameters = [],
        Answers = [new DescribedAnswer("application/atom+xml", null)],
        Problems = Search.Problems,
    };

    /// <summary><c>GET /v1/suggest</c>.</summary>
    public static Described Suggest { get; } = new(
        "suggest", ApiGroups.Search, "Complete what somebody types",
        "Phrases, titles and organizations, a letter wrong or not; filters of a search leave out what finds nothing. "
            + "No text is an error; an empty one has no suggestions.")
    {
        Parameters = [Typed, SuggestLimit],
        Answers = [DescribedAnswer.Json(WireJson.Wire.SuggestAnswer, DescribedExamples.Suggest)],
        Problems = [.. ProblemGroups.Own, .. ProblemGroups.Work],
    };

    /// <summary><c>GET /v1/suggest.opensearch</c>.</summary>
    public static Described SuggestOpenSearch { get; } = Suggest with
    {
        Id = "suggestOpenSearch",
        Summary = "The same, as browsers ask for it",
        Meaning = "`[text, [queries], [kinds], [addresses]]`, the OpenSearch suggestions extension 1.1.",
        Answers = [new DescribedAnswer("application/x-suggestions+json", null)],
    };

    /// <summary><c>GET /v1/proposals/{id}</c>.</summary>
    public static Described Proposal { get; } = new(
        "proposal", ApiGroups.Proposals, "A whole proposal",
        "Every answer under its question, other proposals of the organization, and answers that stand in other proposals too.")
    {
        Parameters = [Id],
        Answers = [DescribedAnswer.Json(WireJson.Wire.ProposalAnswer)],
        Problems = ["proposal_not_found", .. ProblemGroups.Work],
    };

    /// <summary><c>GET /v1/proposals/{id}/similar</c>.</summary>
    public static Described Similar { get; } = Proposal with
    {
        Id = "similarProposals",
        Summary = "Proposals that are about the same",
        Meaning = "The most similar first, with the words and the canonical questions that say so.",
        Path = "/v1/proposals/{id}/similar",
        Parameters = [Id, DescribedParameter.Number(SimilarEndpoint.Limit, "Proposals at most.", SimilarEndpoint.DefaultLimit)],
        Answers = [DescribedAnswer.Json(WireJson.Wire.SimilarAnswer, DescribedExamples.Similar)],
        Problems = ["proposal_not_found", .. ProblemGroups.Own, .. ProblemGroups.Work],
    };

    /// <summary><c>GET /v1/facets/{field}</c>.</summary>
    public static Described FacetValues { get; } = new(
        "facetValues", ApiGroups.Counting, "Values of a facet by their beginning", "Of the matches of a search, the values of which a word "
            + "begins as asked, the most frequent first.")
    {
        TakesSearch = true,
        Parameters =
        [
            new DescribedParameter("field", new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 }, "The facet.")
            {
                IsInPath = true,
                Example = "category",
            },
            DescribedParameter.Text("prefix", "The beginning of a word of a value, whatever its case and accents. Empty: all.", "l"),
            DescribedParameter.Text("below", "Only values below this one, where values are paths. Empty: all.", "Learn"),
            DescribedParameter.Number(CountingEndpoints.ValueLimit, "Values at most.", CountingEndpoints.DefaultValues),
        ],
        Answers = [DescribedAnswer.Json(WireJson.Wire.FacetValuesAnswer, DescribedExamples.FacetValues)],
        Problems = [.. ProblemGroups.Search, .. ProblemGroups.Work, "unknown_field", "unknown_part"],
    };

    /// <summary><c>GET /v1/trends</c>.</summary>
    public static Described Trends { get; } = new(
        "trends", ApiGroups.Counting, "Matches by year", "How many proposals of each year match, and which share of the year's they are.")
    {
        TakesSearch = true,
        Answers = [DescribedAnswer.Json(WireJson.Wire.TrendsAnswer, DescribedExamples.Trends)],
        Problems = [.. ProblemGroups.Search, .. ProblemGroups.Work, "unknown_field", "unknown_part"],
    };

    /// <summary><c>GET /v1/questions</c>.</summary>
    public static Described Questions { get; } = new(
        "questions", ApiGroups.Counting, "The canonical questions",
        "How many proposals answer each, and how forms worded it over the years.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.QuestionsAnswer, DescribedExamples.Questions)],
        Problems = ["unknown_parameter", "invalid_request", .. ProblemGroups.Work],
    };

    /// <summary><c>GET /v1/index</c>.</summary>
    public static Described Index { get; } = new(
        "index", ApiGroups.Service, "What is indexed",
        "The facets to filter by, the canonical questions, sizes, and whether the index follows its sources.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.IndexDescription)],
        Problems = ProblemGroups.Index,
    };

    /// <summary><c>POST /v1/index/refresh</c>.</summary>
    public static Described Refresh { get; } = new(
        "refreshIndex", ApiGroups.Service, "Bring the index up to date",
        "Reads what changed of the sources, and answers when that is searchable. It is there only where the operator has set a key.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.RefreshAnswer, DescribedExamples.Refresh)],
        Problems = ["unauthorized", "refresh_failed", .. ProblemGroups.Index],
        NeedsKey = true,
        IsCached = false,
    };

    /// <summary><c>GET /v1/report</c>.</summary>
    public static Described Report { get; } = new(
        "report", ApiGroups.Service, "What is searched for",
        "The most frequent queries, and those that found nothing, since the host was started.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.QueryCounts)],
        Problems = ["unauthorized"],
        NeedsKey = true,
        IsCached = false,
    };

    /// <summary><c>GET /health/live</c>.</summary>
    public static Described Live { get; } = new("live", ApiGroups.Service, "Whether the process runs", "Never busy, never limited.")
    {
        Answers = [DescribedAnswer.Json(WireJson.Wire.HealthAnswer, """{"status": "live"}""")],
        IsCached = false,
    };

    /// <summary><c>GET /health/ready</c>.</summary>
    public static Described Ready { get; } = Live with
    {
        Id = "ready",
        Summary = "Whether searches are answered",
        Meaning = "503 until an index is open.",
        Answers = [DescribedAnswer.Json(WireJson.Wire.HealthAnswer, """{"status": "ready"}""")],
        Problems = ["not_ready"],
    };
}

/// <summary>Codes of errors that belong together.</summary>
internal static class ProblemGroups
{
    /// <summary>Of any address.</summary>
    public static IReadOnlyList<string> Any { get; } = ["host_not_allowed", "internal_error", "stopping"];

    /// <summary>Of any that is not health.</summary>
    public static IReadOnlyList<string> Limited { get; } = ["rate_limited"];

    /// <summary>Of what reads the index.</summary>
    public static IReadOnlyList<string> Index { get; } = ["not_ready", "index_unavailable", "index_unreachable"];

    /// <summary>Of what searches it.</summary>
    public static IReadOnlyList<string> Work { get; } = [.. Index, "busy", "time_budget"];

    /// <summary>Of parameters that an address has for itself.</summary>
    public static IReadOnlyList<string> Own { get; } = ["invalid_request", "unknown_parameter", "out_of_range", "repeated_parameter"];

    /// <summary>Of the parameters of a search.</summary>
    public static IReadOnlyList<string> Search { get; } =
    [
        .. Own, "unknown_facet", "unknown_question", "invalid_value", "invalid_range", "too_many_values", "query_too_long",
        "value_too_long", "filters_too_long", "snippets_too_long", "window_exceeded", "invalid_cursor", "invalid_tag",
    ];
}
