using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>One request in Algolia's shape, and the search that it means.</summary>
/// <param name="Index">The name that the client gives the index.</param>
/// <param name="Text">The query as typed.</param>
/// <param name="Request">The search.</param>
/// <param name="Tags">What is to stand around matches.</param>
/// <param name="Retrieved">Attributes that hits carry; <see langword="null"/> for all.</param>
internal sealed record AlgoliaQuery(
    string Index, string Text, SearchRequest Request, AlgoliaTags Tags, IReadOnlyList<string>? Retrieved)
{
    private const int DefaultHits = 20;
    private const int DefaultValues = 100;

    /// <summary>The hits of a page.</summary>
    public int HitsPerPage => Request.PerPage;

    /// <summary>The page, from 0.</summary>
    public int Page => Request.Page - 1;

    /// <summary>Reads a request. What Algolia knows and we do not is passed over: a client sends much that does not matter.</summary>
    /// <param name="index">The index of the address, where it names one.</param>
    /// <param name="fields">What was sent.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="SearchRequestException">It cannot be carried out.</exception>
    public static AlgoliaQuery Read(string? index, AlgoliaFields fields, IndexSnapshot snapshot, SearchHostOptions options)
    {
        var name = index ?? fields.Text("indexName");
        var text = fields.Text("query");
        var reading = SearchParameters.Read(Parameters(name, text, fields, snapshot), snapshot, options, others: [], lenient: false);
        return reading.Query is { } query
            ? new AlgoliaQuery(name, text, query.Request, AlgoliaTags.Of(fields), Attributes(fields.Texts("attributesToRetrieve")))
            : throw new SearchRequestException(reading.Faults);
    }

    private static List<Parameter> Parameters(string index, string text, AlgoliaFields fields, IndexSnapshot snapshot)
    {
        var hits = fields.Number("hitsPerPage", DefaultHits);
        return
        [
            new("q", Narrowed(text, AlgoliaConditions.Of(fields))),
            new("page", Number(fields.Number("page", 0) + 1)),
            new("per_page", Number(hits)),
            new("snippets", "1"),
            new("facets", string.Join(',', Facets(fields.Texts("facets") ?? [], snapshot))),
            new("facet_size", Number(fields.Number("maxValuesPerFacet", DefaultValues))),
            .. Sort(index) is { } sort ? [new Parameter("sort", sort)] : Array.Empty<Parameter>(),
        ];
    }

    /// <summary>Conditions first: whatever the text leaves open, such as a quote, then ends with it.</summary>
    private static string Narrowed(string text, string conditions) =>
        conditions.Length == 0 ? text
        : string.IsNullOrWhiteSpace(text) ? conditions
        : text.Contains(" OR ", StringComparison.Ordinal) ? $"{conditions} ({text})"
        : $"{conditions} {text}";

    /// <summary>Facets that are not there have no values, and are no error.</summary>
    private static IEnumerable<string> Facets(IReadOnlyList<string> asked, IndexSnapshot snapshot) =>
        asked.Contains("*") ? snapshot.Facets.Keys : asked.Where(snapshot.Facets.ContainsKey);

    /// <summary>
    /// An order is an index of its own there, which sorts a copy: <c>proposals_newest</c>, whatever stands before the last <c>_</c>.
    /// </summary>
    private static string? Sort(string index) =>
        index[(index.LastIndexOf('_') + 1)..] is var ending
            && Enum.TryParse<SortOrder>(ending, ignoreCase: true, out _) && !int.TryParse(ending, out _) ? ending.ToLowerInvariant() : null;

    private static IReadOnlyList<string>? Attributes(IReadOnlyList<string>? asked) =>
        asked is null || asked.Contains("*") ? null : asked;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
