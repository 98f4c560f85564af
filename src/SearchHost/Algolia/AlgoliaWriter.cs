using System.Globalization;
using System.Text.Json;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>Writes answers in Algolia's shape.</summary>
/// <param name="json">Where to.</param>
/// <param name="root">Scheme, host and base path of addresses.</param>
internal sealed class AlgoliaWriter(Utf8JsonWriter json, string root)
{
    // What a client may page through there if nothing else is said.
    private const int MostHits = 1_000;

    /// <summary>The answer to a search.</summary>
    public void Search(AlgoliaQuery query, SearchResponse response, TimeSpan took)
    {
        var hits = response.Total + response.PartialTotal;
        var pages = query.HitsPerPage == 0 ? 0 : (Math.Min(hits, MostHits) + query.HitsPerPage - 1) / query.HitsPerPage;
        json.WriteStartObject();
        json.WriteStartArray("hits");
        foreach (var hit in response.BestBets.SelectMany(static bet => bet.Hits).Concat(response.Hits))
        {
            Hit(query, hit);
        }

        json.WriteEndArray();
        json.WriteNumber("nbHits", hits);
        json.WriteNumber("page", query.Page);
        json.WriteNumber("nbPages", pages);
        json.WriteNumber("hitsPerPage", query.HitsPerPage);
        json.WriteBoolean("exhaustiveNbHits", true);
        json.WriteBoolean("exhaustiveFacetsCount", true);
        json.WriteString("query", query.Text);
        json.WriteString("params", "");
        json.WriteString("index", query.Index);
        json.WriteNumber("processingTimeMS", (long)took.TotalMilliseconds);
        Facets(response.Facets);
        json.WriteEndObject();
    }

    /// <summary>The answer to a search among the values of a facet.</summary>
    public void FacetHits(FacetResult facet, string typed, AlgoliaTags tags, TimeSpan took)
    {
        json.WriteStartObject();
        json.WriteStartArray("facetHits");
        foreach (var value in facet.Values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteString("highlighted", tags.Mark(value.Value, Beginning(value.Value, typed)));
            json.WriteNumber("count", value.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("exhaustiveFacetsCount", true);
        json.WriteNumber("processingTimeMS", (long)took.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static IReadOnlyList<TextSpan> Beginning(string value, string typed)
    {
        var at = typed.Length == 0 ? -1
            : CultureInfo.InvariantCulture.CompareInfo.IndexOf(value, typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
        return at < 0 ? [] : [new TextSpan(at, Math.Min(typed.Length, value.Length - at))];
    }

    private void Hit(AlgoliaQuery query, Hit hit)
    {
        var snippet = hit.Snippets.Count > 0 ? hit.Snippets[0] : null;
        json.WriteStartObject();
        json.WriteString("objectID", hit.Id);
        Attribute(query, "title", hit.Title);
        Attribute(query, "url", root + ProposalAddress.Page("", hit.Id));
        Attribute(query, "summary", hit.Summary);
        Attribute(query, "organization", hit.Organization);
        Attribute(query, "image", hit.Image);
        Attribute(query, "question", snippet?.Question);
        Attribute(query, "snippet", snippet?.Text);
        foreach (var (field, values) in hit.Facets.Where(facet => IsRetrieved(query, facet.Key)))
        {
            Values(field, values);
        }

        if (hit.Partial)
        {
            json.WriteBoolean("partial", true);
        }

        Marked(query, hit, snippet);
        json.WriteEndObject();
    }

    private static bool IsRetrieved(AlgoliaQuery query, string attribute) => query.Retrieved?.Contains(attribute) != false;

    private void Attribute(AlgoliaQuery query, string name, string? value)
    {
        if (value is not null && IsRetrieved(query, name))
        {
            json.WriteString(name, value);
        }
    }

    private void Values(string field, IReadOnlyList<string> values)
    {
        if (values is [var one])
        {
            json.WritePropertyName(field);
            Value(one);
            return;
        }

        json.WriteStartArray(field);
        foreach (var value in values)
        {
            Value(value);
        }

        json.WriteEndArray();
    }

    private void Value(string value)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    private void Marked(AlgoliaQuery query, Hit hit, Snippet? snippet)
    {
        json.WriteStartObject("_highlightResult");
        Marked(query, hit, "title", hit.Title, hit.TitleMatches);
        if (snippet is not null)
        {
            Marked(query, hit, "snippet", snippet.Text, snippet.Matches);
        }

        json.WriteEndObject();
        json.WriteStartObject("_snippetResult");
        if (snippet is not null)
        {
            Marked(query, hit, "snippet", snippet.Text, snippet.Matches);
        }

        json.WriteEndObject();
    }

    private void Marked(AlgoliaQuery query, Hit hit, string name, string text, IReadOnlyList<TextSpan> matches)
    {
        json.WriteStartObject(name);
        json.WriteString("value", query.Tags.Mark(text, matches));
        json.WriteString("matchLevel", matches.Count == 0 ? "none" : hit.MissingWords.Count == 0 ? "full" : "partial");
        json.WriteStartArray("matchedWords");
        foreach (var word in matches.Select(match => text.Substring(match.Start, match.Length).ToLowerInvariant()).Distinct())
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Facets(IReadOnlyList<FacetResult> facets)
    {
        json.WriteStartObject("facets");
        foreach (var facet in facets)
        {
            json.WriteStartObject(facet.Field);
            foreach (var value in facet.Values.Where(static value => value.Count > 0))
            {
                json.WriteNumber(value.Value, value.Count);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("facets_stats");
        foreach (var facet in facets.Where(static facet => facet is { Type: FacetType.Number, Other: 0, Values.Count: > 0 }))
        {
            Statistics(facet);
        }

        json.WriteEndObject();
    }

    private void Statistics(FacetResult facet)
    {
        List<(double Number, long Count)> values =
        [
            .. facet.Values.Where(static value => value.Count > 0)
                .Select(static value => (double.Parse(value.Value, CultureInfo.InvariantCulture), value.Count)),
        ];
        if (values.Count == 0)
        {
            return;
        }

        var sum = values.Sum(static value => value.Number * value.Count);
        json.WriteStartObject(facet.Field);
        json.WriteNumber("min", values.Min(static value => value.Number));
        json.WriteNumber("max", values.Max(static value => value.Number));
        json.WriteNumber("avg", sum / values.Sum(static value => value.Count));
        json.WriteNumber("sum", sum);
        json.WriteEndObject();
    }
}
