using System.Buffers;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/search</c>: GET with a query string, POST with the same as JSON.</summary>
public static class SearchEndpoint
{
    /// <summary>Answers GET.</summary>
    public static Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AnswerAsync(context, snapshot, ParameterSet.FromQueryString(context.Request.QueryString.Value), cacheable: true);
    }

    /// <summary>Answers POST.</summary>
    public static async Task PostAsync(HttpContext context, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var parameters = JsonParameters.Read(new ReadOnlySequence<byte>(body.GetBuffer(), 0, (int)body.Length), out var fault);
        if (parameters is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of([new RequestFault("invalid_json", "body", fault)])).ConfigureAwait(false);
            return;
        }

        var inQuery = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        await AnswerAsync(context, snapshot, [.. inQuery, .. parameters], cacheable: false).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, IndexSnapshot snapshot, IReadOnlyList<Parameter> parameters, bool cacheable)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var reading = SearchParameters.Read(parameters, snapshot, options, others: [], lenient: false);
        if (reading.Query is not { } query)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(reading.Faults)).ConfigureAwait(false);
            return;
        }

        if (cacheable && Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        var response = await snapshot.Index.SearchAsync(query.Request, context.RequestAborted).ConfigureAwait(false);
        var answer = new Answering(context.Request.PathBase).Search(query, response, snapshot.Identity, time.GetElapsedTime(started));
        await Gate.WriteJsonAsync(context, answer, WireJson.Wire.SearchAnswer).ConfigureAwait(false);
    }
}
