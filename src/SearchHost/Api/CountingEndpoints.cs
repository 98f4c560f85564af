using System.Text.Json.Serialization.Metadata;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/v1/facets/{field}</c>, <c>/v1/trends</c> and <c>/v1/questions</c>: how many there are of what.</summary>
internal static class CountingEndpoints
{
    /// <summary>Values of a facet that are listed at most.</summary>
    public static readonly NumberBounds ValueLimit = new("limit", 1, 100);

    /// <summary>Values where nobody asks for another number.</summary>
    public const int DefaultValues = 20;

    private static readonly string[] OfFacetValues = ["prefix", "below", "limit"];

    /// <summary>Answers with the values of a facet of which a word begins as asked.</summary>
    public static async Task FacetValuesAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var faults = new FaultList();
        var own = new OwnParameters(Parameters(context), OfFacetValues, faults);
        var (prefix, limit) = (own.Text("prefix"), own.Number(ValueLimit, DefaultValues));
        var below = own.Text("below") is { Length: > 0 } value ? value : null;
        var field = context.Request.RouteValues["field"] as string ?? "";
        if (await ReadAsync(context, snapshot, OfFacetValues, faults).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        var answer = await Turn.TakeAsync(context, WorkOf.Search(request), async cancellation =>
        {
            var clock = Clock.Start(context);
            var facet = await snapshot.Index.FacetValuesAsync(field, prefix, limit, request, below, cancellation)
                .ConfigureAwait(false);
            return CountingAnswering.FacetValues(facet, prefix, snapshot.Identity, clock.Elapsed);
        }).ConfigureAwait(false);
        await WriteAsync(context, answer, WireJson.Wire.FacetValuesAnswer).ConfigureAwait(false);
    }

    /// <summary>Answers with the matches of each year.</summary>
    public static async Task TrendsAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ReadAsync(context, snapshot, [], new FaultList()).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        var answer = await Turn.TakeAsync(context, WorkOf.Search(request), async cancellation =>
        {
            var clock = Clock.Start(context);
            var trend = await snapshot.Index.TrendAsync(request, cancellation).ConfigureAwait(false);
            return CountingAnswering.Trends(trend, snapshot.Identity, clock.Elapsed);
        }).ConfigureAwait(false);
        await WriteAsync(context, answer, WireJson.Wire.TrendsAnswer).ConfigureAwait(false);
    }

    /// <summary>Answers with the canonical questions.</summary>
    public static async Task QuestionsAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var faults = new FaultList();
        new OwnParameters(Parameters(context), [], faults).RefuseOthers();
        if (faults.Count > 0)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var answer = await Turn.TakeAsync(context, Work.Ordinary, async cancellation => CountingAnswering.Questions(
            await snapshot.Index.QuestionsAsync(cancellation).ConfigureAwait(false), snapshot.Identity)).ConfigureAwait(false);
        await WriteAsync(context, answer, WireJson.Wire.QuestionsAnswer).ConfigureAwait(false);
    }

    /// <summary>
    /// The search whose matches are counted; <see langword="null"/> where the request was answered already, with all of its faults or with
    /// 304.
    /// </summary>
    private static async Task<SearchRequest?> ReadAsync(
        HttpContext context, IndexSnapshot snapshot, IReadOnlyList<string> own, FaultList faults)
    {
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var reading = SearchParameters.Read(Parameters(context), snapshot, options, own, lenient: false);
        faults.Add(reading.Faults);
        if (faults.Count > 0)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return null;
        }

        return Validator.IsFresh(context, snapshot.Identity) ? null : reading.Query!.Request;
    }

    private static IReadOnlyList<Parameter> Parameters(HttpContext context) =>
        ParameterSet.FromQueryString(context.Request.QueryString.Value);

    /// <summary>Sends an answer; there is none where the host is busy, which the client was told.</summary>
    private static Task WriteAsync<T>(HttpContext context, T? answer, JsonTypeInfo<T> type)
        where T : class => answer is null ? Task.CompletedTask : Gate.WriteJsonAsync(context, answer, type);
}
