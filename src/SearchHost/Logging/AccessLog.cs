using ProposalSearch.Foundation.Texts;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Logging;

/// <summary>
/// Gives every answer the id of its request, by which the log names it, and says a line of each request where the settings ask for that.
/// </summary>
internal sealed partial class AccessLog(SearchHostOptions options, TimeProvider time, ILogger<AccessLog> logger)
{
    private const string RequestId = "X-Request-Id";
    private const int Longest = 200;

    /// <summary>Lets a request pass, and tells of it once it is answered.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static started => Name((HttpContext)started), context);
        if (options.LogRequests == LoggedRequests.None)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var began = time.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var request = context.Request;
            var (method, path) = (Shown(request.Method), Shown(request.Path.ToUriComponent() + Query(request)));
            var took = time.GetElapsedTime(began).TotalMilliseconds;
            LogRequest(method, path, context.Response.StatusCode, took, context.TraceIdentifier);
        }
    }

    private string Query(HttpRequest request) => options.LogRequests == LoggedRequests.Queries ? request.QueryString.ToUriComponent() : "";

    private static Task Name(HttpContext context)
    {
        context.Response.Headers[RequestId] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private static string Shown(string text) => ShortText.Of(text, Longest, "...");

    [LoggerMessage(EventId = 25, Level = LogLevel.Information,
        Message = "{Method} {Path}, {Status} in {Milliseconds:0.0} ms, request {RequestId}.")]
    private partial void LogRequest(string method, string path, int status, double milliseconds, string requestId);
}
