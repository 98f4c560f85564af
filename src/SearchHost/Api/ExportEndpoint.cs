using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary>All matches of a query, streamed: <c>/v1/search.csv</c> and <c>/v1/search.ndjson</c>.</summary>
internal static class ExportEndpoint
{
    private const int RowsBetweenFlushes = 64;
    private static readonly string[] NotInExports = ["bom", "page", "per_page", "cursor", "links"];
    private static readonly string[] OwnColumns = ["id", "title", "organization", "year", "summary"];

    /// <summary>Answers with a row for each match. With <c>bom=true</c> a byte order mark comes first, which Excel needs.</summary>
    public static Task CsvAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var fields = snapshot.Facets.Keys.Where(field => !OwnColumns.Contains(field, StringComparer.Ordinal)).ToList();
        var rows = new CsvWriter(context.Response.BodyWriter);
        var root = Origin(context);
        return StreamAsync(context, snapshot, "text/csv; charset=utf-8", "proposals.csv", Begin, Write);

        void Write(Hit hit) => rows.WriteRow(Row(hit, fields, root));

        void Begin()
        {
            if (context.Request.Query["bom"] == "true")
            {
                context.Response.BodyWriter.Write("\uFEFF"u8);
            }

            rows.WriteRow([.. OwnColumns, .. fields, "score", "source", "url"]);
        }
    }

    /// <summary>Answers with a JSON object on a line for each match.</summary>
    public static Task NdjsonAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var answering = new Answering(context.Request.PathBase);
        return StreamAsync(context, snapshot, "application/x-ndjson; charset=utf-8", "proposals.ndjson", () => { }, hit =>
        {
            context.Response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(answering.Export(hit), WireJson.Wire.ExportAnswer));
            context.Response.BodyWriter.Write("\n"u8);
        });
    }

    private static async Task StreamAsync(
        HttpContext context, IndexSnapshot snapshot, string type, string name, Action begin, Action<Hit> write)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, others: NotInExports, lenient: false);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var limits = context.RequestServices.GetRequiredService<WorkLimits>();
        if (!await Turn.HoldAsync(context, limits.ExportAsync(context.RequestAborted)).ConfigureAwait(false))
        {
            return;
        }

        // The first match is fetched before the answer begins, so that a fault of the request can still be told.
        await using var hits = snapshot.Index.StreamAsync(query.Request, context.RequestAborted).GetAsyncEnumerator(context.RequestAborted);
        var work = WorkOf.Search(query.Request);
        var first = await Turn.TakeAsync(context, work, async _ => new First(await hits.MoveNextAsync().ConfigureAwait(false)))
            .ConfigureAwait(false);
        if (first is null)
        {
            return;
        }

        var more = first.IsThere;

        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        begin();
        for (var rows = 1; more; rows++)
        {
            write(hits.Current);
            if (rows % RowsBetweenFlushes == 0)
            {
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }

            more = await hits.MoveNextAsync().ConfigureAwait(false);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static string?[] Row(Hit hit, IReadOnlyList<string> fields, string root) =>
    [
        hit.Id,
        hit.Title,
        hit.Organization,
        hit.Year?.ToString(CultureInfo.InvariantCulture),
        hit.Summary,
        .. fields.Select(field => hit.Facets.TryGetValue(field, out var values) ? string.Join("; ", values) : null),
        hit.Score.ToString("0.####", CultureInfo.InvariantCulture),
        hit.Source,
        Addresses.ProposalAddress.Page(root, hit.Id),
    ];

    /// <summary>Whether there is a first match.</summary>
    private sealed record First(bool IsThere);

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
}
