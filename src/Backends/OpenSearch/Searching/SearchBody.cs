using System.Globalization;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Queries;

namespace ProposalSearch.Backends.OpenSearch.Searching;

/// <summary>
/// One request for hits, totals and sideways counts: filters apply to hits after counting, and each column is counted within the filters of
/// the others.
/// </summary>
/// <param name="query">The query.</param>
/// <param name="filters">The filters, each with its column.</param>
/// <param name="order">The order.</param>
internal sealed class SearchBody(Clause query, IReadOnlyList<(string Column, Clause Condition)> filters, HitOrder order)
{
    /// <summary>The count of all that matches, filters left out.</summary>
    public const string All = "all";

    /// <summary>The values of a column.</summary>
    public const string Values = "v";

    /// <summary>What has no value.</summary>
    public const string Missing = "m";

    /// <summary>Values that are counted in one go, in the order of their bytes; a column that has more is counted in several.</summary>
    public const int MostValues = 2_000;

    /// <summary>The name of the counts of the n-th column that is asked for.</summary>
    public static string Facet(int number) => "f" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hits, with counts.</summary>
    /// <param name="top">Hits wanted, at most as many as the server gives at once.</param>
    /// <param name="after">The sort values of the hit before the first; empty for the best.</param>
    /// <param name="isCounted">Whether the total is wanted.</param>
    /// <param name="facets">Columns to count, each with its field, which is <see langword="null"/> where no document has a value.</param>
    public ReadOnlyMemory<byte> Write(
        int top, IReadOnlyList<JsonElement> after, bool isCounted, IReadOnlyList<(string Column, string? Field)> facets) =>
        JsonBody.Object(body =>
        {
            WriteHead(body, top, isCounted);
            order.Write(body);
            HitOrder.WriteAfter(body, after);
            if (filters.Count > 0)
            {
                body.WritePropertyName("post_filter");
                Filter(except: null).Write(body);
            }

            if (facets.Count > 0 || (isCounted && filters.Count > 0))
            {
                body.Member("aggs", counts => WriteCounts(counts, facets));
            }
        });

    /// <summary>The next values of a column that has many.</summary>
    /// <param name="column">The column.</param>
    /// <param name="field">Its field.</param>
    /// <param name="after">The last value before; <see langword="null"/> for the first.</param>
    /// <param name="most">Values wanted.</param>
    public ReadOnlyMemory<byte> WriteValues(string column, string field, string? after, int most) => JsonBody.Object(body =>
    {
        WriteHead(body, 0, isCounted: false);
        body.Member("aggs", counts => counts.Member(All, all =>
        {
            all.WritePropertyName("filter");
            Filter(except: column).Write(all);
            all.Member("aggs", within => within.Member(Values, values => values.Member("composite", composite =>
            {
                composite.WriteNumber("size", most);
                composite.WriteStartArray("sources");
                composite.WriteStartObject();
                composite.Member(Values, source => source.Member("terms", terms => terms.WriteString("field", field)));
                composite.WriteEndObject();
                composite.WriteEndArray();
                if (after is not null)
                {
                    composite.Member("after", key => key.WriteString(Values, after));
                }
            })));
        }));
    });

    private void WriteHead(Utf8JsonWriter body, int top, bool isCounted)
    {
        body.WriteNumber("size", top);

        // Sort values say all that is asked; to read more of a hit, the server would unpack its text.
        body.WriteString("stored_fields", "_none_");
        body.WriteBoolean("track_total_hits", isCounted);
        body.WritePropertyName("query");
        query.Write(body);
    }

    private void WriteCounts(Utf8JsonWriter counts, IReadOnlyList<(string Column, string? Field)> facets)
    {
        counts.Member(All, all => all.Member("filter", everything => everything.Member("match_all", static _ => { })));
        for (int i = 0; i < facets.Count; i++)
        {
            var (column, field) = facets[i];
            counts.Member(Facet(i), facet =>
            {
                facet.WritePropertyName("filter");
                Filter(except: column).Write(facet);
                if (field is not null)
                {
                    facet.Member("aggs", within => WriteCount(within, field));
                }
            });
        }
    }

    private static void WriteCount(Utf8JsonWriter within, string field)
    {
        within.Member(Values, values => values.Member("terms", terms =>
        {
            terms.WriteString("field", field);
            terms.WriteNumber("size", MostValues);
            terms.Member("order", by => by.WriteString("_key", "asc"));
        }));
        within.Member(Missing, missing => missing.Member("missing", none => none.WriteString("field", field)));
    }

    /// <summary>What all filters let through, but for those of a column.</summary>
    private Clause Filter(string? except)
    {
        Clause[] others = [.. filters.Where(filter => filter.Column != except).Select(filter => filter.Condition)];
        return others.Length == 0
            ? new LeafClause(static writer => writer.Member("match_all", static _ => { }), 0)
            : BoolClause.Of([], [], others, [], 0);
    }
}
