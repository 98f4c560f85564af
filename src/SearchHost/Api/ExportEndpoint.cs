using System.Buffers;
using System.Text.Json;
using ProposalSearch.Proposals;
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
    private static readonly string[] NotInExports = ["bom", "page", "per_page", "cursor", "links", "matches", "fields", "parts"];
    private static readonly string[] NotInCsv = [.. NotInExports, "columns"];

    /// <summary>Answers with a row for each match. With <c>bom=true</c> a byte order mark comes first, which Excel needs.</summary>
    public static Task CsvAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var faults = new FaultList();
        var columns = ExportColumns.Read(ParameterSet.FromQueryString(context.Request.QueryString.Value), snapshot, faults);
        var rows = new CsvWriter(context.Response.BodyWriter);
        var root = Origin(context);
        var format = new Format("text/csv; charset=utf-8", "proposals.csv", Begin, Write) { HasAnswers = columns.HaveAnswers };
        return StreamAsync(context, snapshot, format, NotInCsv, faults);

        void Write(Hit hit, Proposal? proposal) => rows.WriteRow(columns.Row(hit, proposal, root));

        void Begin()
        {
            if (context.Request.Query["bom"] == "true")
            {
                context.Response.BodyWriter.Write("\uFEFF"u8);
            }

            rows.WriteRow(columns.Names);
        }
    }

    /// <summary>Answers with a JSON object on a line for each match.</summary>
    public static Task NdjsonAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var answering = new Answering(context.Request.PathBase);
        var format = new Format("application/x-ndjson; charset=utf-8", "proposals.ndjson", () => { }, Write);
        return StreamAsync(context, snapshot, format, NotInExports, new FaultList());

        void Write(Hit hit, Proposal? proposal)
        {
            context.Response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(answering.Export(hit), WireJson.Wire.ExportAnswer));
            context.Response.BodyWriter.Write("\n"u8);
        }
    }

    private static async Task StreamAsync(
        HttpContext context, IndexSnapshot snapshot, Format format, IReadOnlyList<string> others, FaultList faults)
    {
        if (await ReadAsync(context, snapshot, others, faults).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        // The first match is fetched before the answer begins, so that a fault of the request can still be told.
        await using var hits = snapshot.Index.StreamAsync(request, format.HasAnswers, context.RequestAborted)
            .GetAsyncEnumerator(context.RequestAborted);
        var work = WorkOf.Search(request);
        var first = await Turn.TakeAsync(context, work, async _ => new First(await hits.MoveNextAsync().ConfigureAwait(false)))
            .ConfigureAwait(false);
        if (first is null)
        {
            return;
        }

        format.Describe(context.Response);
        format.Begin();
        var isThere = first.IsThere;
        for (var rows = 1; isThere; rows++)
        {
            format.Write(hits.Current.Hit, hits.Current.Proposal);
            if (rows % RowsBetweenFlushes == 0)
            {
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }

            isThere = await hits.MoveNextAsync().ConfigureAwait(false);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>
    /// What to export, with a place held for it; <see langword="null"/> where the request was answered already: it is faulty, the client
    /// has the answer, or the host is busy.
    /// </summary>
    private static async Task<SearchRequest?> ReadAsync(
        HttpContext context, IndexSnapshot snapshot, IReadOnlyList<string> others, FaultList faults)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var reading = SearchParameters.Read(parameters, snapshot, options, others, lenient: false);
        faults.Add(reading.Faults);
        if (faults.Count > 0)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return null;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return null;
        }

        var limits = context.RequestServices.GetRequiredService<WorkLimits>();
        var isHeld = await Turn.HoldAsync(context, limits.ExportAsync(context.RequestAborted)).ConfigureAwait(false);
        return isHeld ? reading.Query!.Request : null;
    }

    /// <summary>What an export looks like.</summary>
    /// <param name="Type">The type of its content.</param>
    /// <param name="FileName">The name under which browsers save it.</param>
    /// <param name="Begin">Writes what comes before the first match.</param>
    /// <param name="Write">Writes a match.</param>
    private sealed record Format(string Type, string FileName, Action Begin, Action<Hit, Proposal?> Write)
    {
        /// <summary>Whether it needs the answers of a match, which are most of what is stored of it.</summary>
        public bool HasAnswers { get; init; }

        /// <summary>Tells clients what it is.</summary>
        public void Describe(HttpResponse response)
        {
            response.ContentType = Type;
            response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        }
    }

    /// <summary>Whether there is a first match.</summary>
    private sealed record First(bool IsThere);

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
}
