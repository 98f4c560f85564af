using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ProposalSearch.SearchHost.Logging;
using ProposalSearch.SearchHost.Metrics;

namespace ProposalSearch.SearchHost.Problems;

/// <summary>Answers with a problem: as JSON to programs, as a page to people.</summary>
internal static class ProblemAnswer
{
    private const string Soon = "2";

    /// <summary>Sends a problem. Does nothing when the answer has begun already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">What to tell.</param>
    /// <param name="retryAfter">When to ask again, in seconds, where that is known.</param>
    public static async Task WriteAsync(HttpContext context, Problem problem, string? retryAfter = null)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        context.RequestServices.GetRequiredService<RequestLog>().Refused(context.Request, problem.Status, problem.Code);
        context.RequestServices.GetRequiredService<HostMetrics>().Refused(problem.Code);
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove("ETag");
        if (retryAfter is not null || problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = retryAfter ?? Soon;
        }

        if (WantsPage(context.Request))
        {
            await context.RequestServices.GetRequiredService<IProblemPage>().WriteAsync(context, problem).ConfigureAwait(false);
            return;
        }

        response.ContentType = "application/problem+json";
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Wire.Problem);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The problem of a bare status, such as the server's own 405.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound,
        StatusCodes.Status405MethodNotAllowed => Problem.Of(
            status, "method_not_allowed", "This address does not take that method", "Use GET; /v1/search takes POST too."),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(
            status, "body_too_large", "The body is too large",
            "A request's body may have 256 KB, its query string included: send a shorter query or fewer filters."),
        >= 500 => Problem.Failure with { Status = status },
        _ => Problem.Of(
            status, FormattableString.Invariant($"http_{status}"), ReasonPhrases.GetReasonPhrase(status), "The server refused it."),
    };

    private static bool WantsPage(HttpRequest request)
        => !request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
            && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
