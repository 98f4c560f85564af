using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch.Searching;

/// <summary>
/// An order of hits, as what the server sorts by: the column, if there is one, then the score, then the number of the document. So no two
/// hits are equal, and an index that is never written again gives the same pages to everybody.
/// </summary>
/// <param name="sort">The order.</param>
/// <param name="mark">What the index says of itself.</param>
internal sealed class HitOrder(SortBy sort, IndexMark mark)
{
    private readonly string? _field = mark.NumberOf(sort.Column, sort.Kind == SortKind.Text ? ColumnKind.Text : ColumnKind.Number)
        is { } number && sort.Kind != SortKind.Score ? Fields.Column(number) : null;

    /// <summary>Whether a hit's key does not say all that the server sorts by.</summary>
    public bool IsByText => _field is not null && sort.Kind == SortKind.Text;

    /// <summary>Whether no hit comes after one: where the order is by score, all have the key 0.</summary>
    public bool IsBeyond(RankedDocument? after) => sort.Kind == SortKind.Score && after is { Key: > 0 };

    /// <summary>Writes what is sorted by.</summary>
    public void Write(Utf8JsonWriter body)
    {
        body.WriteStartArray("sort");
        if (_field is not null)
        {
            body.WriteStartObject();
            body.Member(_field, by =>
            {
                by.WriteString("order", sort.Descending ? "desc" : "asc");
                by.WriteString("missing", "_last");
                by.WriteString("mode", "min");
            });
            body.WriteEndObject();
        }

        body.WriteStartObject();
        body.WriteString("_score", "desc");
        body.WriteEndObject();
        body.WriteStartObject();
        body.WriteString(Fields.Number, "asc");
        body.WriteEndObject();
        body.WriteEndArray();
    }

    /// <summary>Writes the sort values of the hit before the first that is wanted.</summary>
    public static void WriteAfter(Utf8JsonWriter body, IReadOnlyList<JsonElement> after)
    {
        if (after.Count == 0)
        {
            return;
        }

        body.WriteStartArray("search_after");
        foreach (var value in after)
        {
            value.WriteTo(body);
        }

        body.WriteEndArray();
    }

    /// <summary>The hit of some sort values.</summary>
    public RankedDocument Read(JsonElement values)
    {
        int at = _field is null ? 0 : 1;
        return new RankedDocument(KeyOf(values), values[at].GetSingle(), values[at + 1].GetInt32());
    }

    /// <summary>The sort values of a hit, where its key says all.</summary>
    public IReadOnlyList<JsonElement> ValuesOf(RankedDocument hit) => ValuesOf(hit, null);

    /// <summary>The sort values of a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="text">Its value, where the order is by texts.</param>
    public IReadOnlyList<JsonElement> ValuesOf(RankedDocument hit, JsonElement? text)
    {
        var values = JsonBody.Of(writer =>
        {
            writer.WriteStartArray();
            if (text is { } known)
            {
                known.WriteTo(writer);
            }
            else if (_field is not null)
            {
                writer.WriteNumberValue(hit.Key == long.MaxValue ? MissingValue : sort.Descending ? ~hit.Key : hit.Key);
            }

            writer.WriteNumberValue(hit.Score);
            writer.WriteNumberValue(hit.Document);
            writer.WriteEndArray();
        });
        return [.. JsonElement.Parse(values.Span).EnumerateArray()];
    }

    private long MissingValue => sort.Descending ? long.MinValue : long.MaxValue;

    private long KeyOf(JsonElement values)
    {
        if (sort.Kind == SortKind.Score)
        {
            return 0;
        }

        if (_field is null || values[0].ValueKind == JsonValueKind.Null)
        {
            return long.MaxValue;
        }

        return sort.Kind == SortKind.Text ? 0
            : values[0].GetInt64() is var number && number == MissingValue ? long.MaxValue
            : Math.Min(sort.Descending ? ~number : number, long.MaxValue - 1);
    }
}
