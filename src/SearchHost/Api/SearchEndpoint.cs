using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/search</c>: GET with a query string, POST with the same as JSON.</summary>
internal static class SearchEndpoint
{
    /// <summary>Answers GET.</summary>
    public static Task GetAsync(HttpContext context, IndexSnapshot snapshot)
        => AnswerAsync(context, snapshot, ParameterSet.FromQueryString(context.Request.QueryString.Value), cacheable: true);

    /// <summary>Answers POST.</summary>
    public static async Task PostAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await RequestBody.ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return;
        }

        var parameters = JsonParameters.Read(body, out var fault);
        if (parameters is null)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(new RequestFault("invalid_json", "body", fault))).ConfigureAwait(false);
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

        if (cacheable && Validator.IsFresh(context, snapshot))
        {
            return;
        }

        var work = WorkOf.Search(query.Request);
        var answer = await Turn.TakeAsync(context, work, cancellation => SearchAsync(context, snapshot, query, cancellation))
            .ConfigureAwait(false);
        if (answer is not null)
        {
            var type = query.Fields is null && query.Parts is null ? WireJson.Wire.SearchAnswer : HitFields.SearchAnswer;
            var written = work == Work.Ordinary
                ? Gate.WriteShortJsonAsync(context, answer, type) : Gate.WriteJsonAsync(context, answer, type);
            await written.ConfigureAwait(false);
        }
    }

    private static async Task<SearchAnswer> SearchAsync(
        HttpContext context, IndexSnapshot snapshot, SearchQuery query, CancellationToken cancellation)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        var response = await Searching.RunAsync(context, snapshot, OnlyWhatIsTold(query), cancellation).ConfigureAwait(false);
        return new Answering(context.Request.PathBase).Search(query, response, snapshot.Identity, time.GetElapsedTime(started));
    }

    /// <summary>The search without what its answer does not carry.</summary>
    private static SearchRequest OnlyWhatIsTold(SearchQuery query) => query.Request with
    {
        Snippets = HitFields.HaveSnippets(query.Fields) ? query.Request.Snippets : 0,
        Facets = AnswerParts.Has(query.Parts, "facets") || AnswerParts.Has(query.Parts, "suggested_filters") ? query.Request.Facets : [],
    };
}
