using System.Buffers;
using System.Text.Json;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>
/// <c>/1/indexes/…</c>: searches in the shape of Algolia's API, so that sites whose search box speaks to that can speak to this host by
/// changing its address. Index names and keys may be anything.
/// </summary>
internal static class AlgoliaEndpoint
{
    /// <summary>Several searches in one request.</summary>
    public const string QueriesPath = "/1/indexes/*/queries";

    /// <summary>One search.</summary>
    public const string QueryPath = "/1/indexes/{index}/query";

    /// <summary>A search among the values of a facet.</summary>
    public const string FacetPath = "/1/indexes/{index}/facets/{facet}/query";

    private const int MostQueries = 50;
    private const int DefaultFacetHits = 10;
    private const int MostFacetHits = 100;

    private static readonly JsonWriterOptions Escaping = new() { Encoder = JsonEscaping.Encoder };

    /// <summary>Answers several searches, each as if it came alone.</summary>
    public static async Task QueriesAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return;
        }

        using (body)
        {
            if (!body.RootElement.TryGetProperty("requests", out var requests) || requests.ValueKind != JsonValueKind.Array
                || requests.GetArrayLength() > MostQueries)
            {
                await RefuseAsync(context, $"The body needs a list 'requests' of at most {MostQueries} searches.").ConfigureAwait(false);
                return;
            }

            await AnswerAsync(context, async (writer, json) =>
            {
                json.WriteStartObject();
                json.WriteStartArray("results");
                foreach (var request in requests.EnumerateArray())
                {
                    if (!await WriteAsync(context, snapshot, null, new AlgoliaFields(request), writer).ConfigureAwait(false))
                    {
                        return false;
                    }
                }

                json.WriteEndArray();
                json.WriteEndObject();
                return true;
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Answers one search, or one among the values of a facet.</summary>
    public static async Task QueryAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return;
        }

        using (body)
        {
            var index = context.Request.RouteValues["index"] as string;
            await AnswerAsync(context, (writer, _) => WriteAsync(context, snapshot, index, new AlgoliaFields(body.RootElement), writer))
                .ConfigureAwait(false);
        }
    }

    /// <summary>Writes the answer to one of them; false where the host is busy, which the client was told.</summary>
    private static async Task<bool> WriteAsync(
        HttpContext context, IndexSnapshot snapshot, string? index, AlgoliaFields fields, AlgoliaWriter writer)
    {
        var query = AlgoliaQuery.Read(index, fields, snapshot, context.RequestServices.GetRequiredService<SearchHostOptions>());
        var facet = context.Request.RouteValues["facet"] as string ?? fields.Text("facet");
        var clock = Clock.Start(context);
        if (facet.Length > 0)
        {
            var (typed, most) = (fields.Text("facetQuery"), fields.Number("maxFacetHits", DefaultFacetHits));
            var found = await Turn.TakeAsync(context, WorkOf.Search(query.Request), async cancellation => await snapshot.Index
                .FacetValuesAsync(facet, typed, Math.Clamp(most, 1, MostFacetHits), query.Request, cancellation: cancellation)
                .ConfigureAwait(false))
                .ConfigureAwait(false);
            if (found is not null)
            {
                writer.FacetHits(found, typed, query.Tags, clock.Elapsed);
            }

            return found is not null;
        }

        var response = await Turn.TakeAsync(context, WorkOf.Search(query.Request), async cancellation =>
            await Searching.RunAsync(context, snapshot, query.Request, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        if (response is not null)
        {
            writer.Search(query, response, clock.Elapsed);
        }

        return response is not null;
    }

    private static async Task AnswerAsync(HttpContext context, Func<AlgoliaWriter, Utf8JsonWriter, Task<bool>> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var root = OpenSearchDescription.Site(context.Request) + context.Request.PathBase.ToUriComponent();
        try
        {
            await using var json = new Utf8JsonWriter(bytes, Escaping);
            if (!await write(new AlgoliaWriter(json, root), json).ConfigureAwait(false))
            {
                return;
            }
        }
        catch (SearchRequestException fault)
        {
            await RefuseAsync(context, fault.All.Sentences).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.WrittenCount;
        await context.Response.Body.WriteAsync(bytes.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The body, whatever type it is said to have: browsers are spared a question beforehand by saying plain text.</summary>
    private static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Told below.
        }

        await RefuseAsync(context, "The body is no JSON object.").ConfigureAwait(false);
        return null;
    }

    /// <summary>What is wrong, as clients of Algolia read it.</summary>
    private static async Task RefuseAsync(HttpContext context, string message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(bytes, Escaping))
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteNumber("status", StatusCodes.Status400BadRequest);
            json.WriteEndObject();
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(bytes.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}
