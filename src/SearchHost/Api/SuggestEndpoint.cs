using System.Buffers;
using System.Text.Json;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/suggest</c>, and the same as browsers ask for it who know the search from <c>/opensearch.xml</c>.</summary>
internal static class SuggestEndpoint
{
    /// <summary>Answers with suggestions.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ReadAsync(context, snapshot).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        if (await AnswerAsync(context, snapshot, request).ConfigureAwait(false) is { } answer)
        {
            await Gate.WriteJsonAsync(context, answer, WireJson.Wire.SuggestAnswer).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Answers as the OpenSearch suggestions extension 1.1 asks: <c>[text, [queries], [what each is], [addresses]]</c>.
    /// </summary>
    public static async Task GetOpenSearchAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ReadAsync(context, snapshot).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        if (await AnswerAsync(context, snapshot, request).ConfigureAwait(false) is not { Suggestions: var answer })
        {
            return;
        }

        var site = OpenSearchDescription.Site(context.Request);
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = WireJson.Wire.Options.Encoder }))
        {
            json.WriteStartArray();
            json.WriteStringValue(request.Text);
            Write(json, answer.Select(suggestion => suggestion.Query));
            Write(json, answer.Select(suggestion => suggestion.Kind));
            Write(json, answer.Select(suggestion => site + suggestion.Url));
            json.WriteEndArray();
        }

        context.Response.ContentType = "application/x-suggestions+json; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The answer; <see langword="null"/> where the request was refused.</summary>
    private static Task<SuggestAnswer?> AnswerAsync(HttpContext context, IndexSnapshot snapshot, SuggestRequest request)
        => Turn.TakeAsync(context, Work.Ordinary, async cancellation =>
        {
            var time = context.RequestServices.GetRequiredService<TimeProvider>();
            var started = time.GetTimestamp();
            var suggestions = await snapshot.Index.SuggestAsync(request, cancellation).ConfigureAwait(false);
            return new Answering(context.Request.PathBase).Suggest(request, suggestions, snapshot.Identity, time.GetElapsedTime(started));
        });

    /// <summary>The request; <see langword="null"/> where it was answered already, with its faults or with 304.</summary>
    private static async Task<SuggestRequest?> ReadAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var request = SuggestParameters.Read(
            ParameterSet.FromQueryString(context.Request.QueryString.Value),
            found => new FilterParameters(snapshot.Facets, options, found),
            TimeSpan.FromMilliseconds(options.SearchBudgetMilliseconds),
            out var faults);
        if (request is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return null;
        }

        return Validator.IsFresh(context, snapshot.Identity) ? null : request;
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
