using Microsoft.OpenApi;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>The parameters of a search, those of this archive's facets among them.</summary>
internal static class SearchParametersDescribed
{
    private static readonly SearchRequest Defaults = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DescribedParameter> Of(IndexSnapshot snapshot)
        => [.. Words(snapshot), .. Pages(snapshot), .. Facets(snapshot), .. Hits, .. snapshot.Facets.Values.SelectMany(Filters)];

    private static IEnumerable<DescribedParameter> Words(IndexSnapshot snapshot)
    {
        var questions = snapshot.Index.Metadata.Questions.Select(static question => question.Id);
        return
        [
            DescribedParameter.Text("q", "The query. Absent or empty: all proposals. No text is an error.", "college"),
            DescribedParameter.Text("keywords", "The same as `q`, for links to older archives.") with { IsOld = true },
            DescribedParameter.Text("tags", "The same as `q`, for links to older archives.") with { IsOld = true },
            DescribedParameter.Choice(
                "match",
                "`all` words, `any`, or `auto`: all, with the best partial matches where few have all, and any where none has.",
                Defaults.Match),
            DescribedParameter.Flag("exact", "Search for the text as it stands: no synonyms, and no other spelling though it has hits."),
            DescribedParameter.Texts(
                "in",
                "Search only the answers to these canonical questions, or only titles, summaries or organizations.",
                "title", questions.Concat(["title", "summary", "organization"]).Distinct(StringComparer.Ordinal)),
        ];
    }

    private static IEnumerable<DescribedParameter> Pages(IndexSnapshot snapshot) =>
    [
        DescribedParameter.Choice(
            "sort",
            "The order of the hits; hits that tie are always in the same one. A dash puts the greatest number first.",
            ChoiceWords.Of(Defaults.Sort),
            NumberOrder.WordsOf(snapshot.Index.Metadata)),
        DescribedParameter.Number(NumberBounds.Page, "The page. Pages reach the first 10,000 hits.", Defaults.Page),
        DescribedParameter.Number(NumberBounds.PerPage, "Hits of a page; more than 100 is taken as 100, with a warning.", Defaults.PerPage,
            hasMost: false),
        DescribedParameter.Text("cursor", "Goes on where an answer ended: take it from `links.next`. It belongs to its query and index."),
    ];

    private static IEnumerable<DescribedParameter> Facets(IndexSnapshot snapshot) =>
    [
        DescribedParameter.Texts("facets", "The fields to count; one empty value counts none. Absent: those of the schema.",
            snapshot.Facets.Keys.FirstOrDefault(), snapshot.Facets.Keys.Append("")),
        DescribedParameter.Number(NumberBounds.FacetSize, "Values listed for a facet.", Defaults.FacetSize),
        DescribedParameter.Flag("links", "Each facet value carries the address of the search with it, or without it."),
    ];

    private static IEnumerable<DescribedParameter> Hits { get; } =
    [
        DescribedParameter.Texts("fields", "The fields that hits carry. Absent: all.", "title", ParameterNames.HitFields),
        DescribedParameter.Texts(
            "parts", "The parts that the answer carries beside `total` and `hits`; one empty value for none. Absent: all.", "did_you_mean",
            ParameterNames.AnswerParts.Append("")),
        DescribedParameter.Number(
            NumberBounds.Snippets, "Snippets of a hit. All of an answer have 500,000 characters at most.", Defaults.Snippets),
        DescribedParameter.Number(NumberBounds.SnippetLength, "Characters of a snippet.", Defaults.SnippetLength),
        DescribedParameter.Flag("matches", "Snippets carry `text` and `matches` beside `html`."),
        DescribedParameter.Text("pre_tag", "The start tag before a match in `html`: `mark`, `em`, `strong`, `b`, `i`, `u` or `span`, with "
            + "`class` or `data-` attributes.", "<em class=\"hit\">"),
        DescribedParameter.Text("post_tag", "The end tag of `pre_tag`; it may be left out.", "</em>"),
        DescribedParameter.Flag("explain", "Each hit carries its score as a tree of formulas."),
    ];

    private static IEnumerable<DescribedParameter> Filters(FacetDefinition facet)
    {
        var isNumber = facet.Type == FacetType.Number;
        var example = isNumber ? "2015..2020" : "~missing";
        var name = ParameterNames.ForFilter(facet.Field);
        var range = isNumber ? " A range is `2016..2020`, with open ends `2016..` and `..2020`." : "";
        yield return DescribedParameter.Texts(
            name, $"Filter by {facet.Label}: any of these values; `~missing` for proposals that do not state it.{range}", example);
        yield return DescribedParameter.Texts(
            ParameterNames.Exclude + facet.Field, $"Leave out proposals with this value of {facet.Label}.", isNumber ? "2015" : example);
    }

    /// <summary>The same as the properties of a JSON object, with filters of their own.</summary>
    public static OpenApiSchema Body(IndexSnapshot snapshot)
    {
        var plain = Of(snapshot).Where(static one => ParameterNames.Search.Contains(one.Name, StringComparer.Ordinal));
        var properties = plain.ToDictionary(
            static one => one.Name,
            static IOpenApiSchema (one) => WithMeaning(one),
            StringComparer.Ordinal);
        properties["filters"] = Values(snapshot, "Filters by facet: values of a field count as any of them, and all fields together.");
        properties["exclude"] = Values(snapshot, "Values by facet that hits may not have.");
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A search. A list is several values; filters may stand together.",
            Properties = properties,
        };
    }

    private static OpenApiSchema WithMeaning(DescribedParameter parameter)
    {
        var schema = (OpenApiSchema)parameter.Schema.CreateShallowCopy();
        schema.Description = parameter.Meaning;
        return schema;
    }

    private static OpenApiSchema Values(IndexSnapshot snapshot, string meaning) => new()
    {
        Type = JsonSchemaType.Object,
        Description = meaning,
        Properties = snapshot.Facets.Keys.ToDictionary(
            static field => field,
            static IOpenApiSchema (_) => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer },
            },
            StringComparer.Ordinal),
    };
}
