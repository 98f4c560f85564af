using ProposalSearch.Foundation.Texts;
using ProposalSearch.Retrieval;

namespace ProposalSearch.SearchHost.Logging;

/// <summary>
/// What the log says of requests that were not answered as asked. A fault of a client is one short line, without a stack; of faults of one
/// kind, the first is told and then, every ten seconds, how many followed. The same holds for faults of ours, whose first comes with its
/// stack. Thread-safe.
/// </summary>
internal sealed partial class RequestLog : IDisposable
{
    private const int Longest = 83;

    private const int LongestCause = 1_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Sampling _refusals;
    private readonly Sampling _failures;
    private readonly Sampling _outages;
    private readonly ILogger _logger;

    /// <summary>A log that nothing was told to yet.</summary>
    public RequestLog(TimeProvider time, ILogger<RequestLog> logger)
    {
        _logger = logger;
        _refusals = new Sampling(Interval, (kind, count) => LogMoreRefused(count, kind, Interval.TotalSeconds), time);
        _failures = new Sampling(Interval, (kind, count) => LogMoreFailed(count, kind, Interval.TotalSeconds), time);
        _outages = new Sampling(Interval, (_, count) => LogMoreUnreachable(count, Interval.TotalSeconds), time);
    }

    /// <summary>
    /// A request was answered with a problem. An address that does not exist is not worth a line, and <see cref="Failed"/> was told before
    /// where something of ours failed.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="code">The problem's code, one of a few; requests with one code are of one kind.</param>
    public void Refused(HttpRequest request, int status, string code)
    {
        if (status is not (StatusCodes.Status404NotFound or StatusCodes.Status500InternalServerError) && _refusals.IsFirst(code))
        {
            var (method, path) = (Shown(request.Method), Shown(request.Path.ToUriComponent()));
            LogRefused(method, path, status, code);
        }
    }

    /// <summary>
    /// Answering a request failed. That is not worth a line where its client has gone, nor where the index cannot be read, of which its
    /// renewal tells.
    /// </summary>
    public void Failed(HttpContext context, Exception fault)
    {
        if (fault is BadHttpRequestException bad)
        {
            // It is answered with a problem, of which the log is told then; unless the answer has begun.
            if (context.Response.HasStarted)
            {
                Refused(context.Request, bad.StatusCode, "broken_off");
            }
        }
        else if (fault is not IndexUnavailableException && !context.RequestAborted.IsCancellationRequested)
        {
            // The kind is where it came from, not its message, which may hold what a client sent.
            if (_failures.IsFirst($"{fault.GetType().Name} in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}"))
            {
                var (method, path) = (Shown(context.Request.Method), Shown(context.Request.Path.ToUriComponent()));
                LogFailed(method, path, fault);
            }
        }
    }

    /// <summary>
    /// The cluster that keeps the index did not answer, or not all of it: the fault says which node, and what it answered, if it did. No
    /// password is in it.
    /// </summary>
    public void Unreachable(IndexUnavailableException fault)
    {
        if (_outages.IsFirst(nameof(Unreachable)))
        {
            LogUnreachable(OneLine(fault.Message));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _refusals.Dispose();
        _failures.Dispose();
        _outages.Dispose();
    }

    /// <summary>What a cluster said, which may have line ends, in one line.</summary>
    private static string OneLine(string text) =>
        ShortText.Of(string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter)), LongestCause, "...");

    /// <summary>
    /// Part of a request line, cut where it is long. It holds no line ends, with which somebody could write lines of his own into the log.
    /// </summary>
    private static string Shown(string text) => ShortText.Of(text, Longest, "...");

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "Refused: {Method} {Path}, {Status} {Code}.")]
    private partial void LogRefused(string method, string path, int status, string code);

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "Refused: {Count} more with {Code} in the last {Seconds} s.")]
    private partial void LogMoreRefused(int count, string code, double seconds);

    [LoggerMessage(EventId = 23, Level = LogLevel.Error, Message = "{Method} {Path} could not be answered, for a fault of ours.")]
    private partial void LogFailed(string method, string path, Exception fault);

    [LoggerMessage(EventId = 24, Level = LogLevel.Error,
        Message = "{Count} more requests could not be answered in the last {Seconds} s: {Kind}")]
    private partial void LogMoreFailed(int count, string kind, double seconds);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "A search was not answered, for the cluster did not: {Cause}")]
    private partial void LogUnreachable(string cause);

    [LoggerMessage(EventId = 42, Level = LogLevel.Warning,
        Message = "The cluster did not answer {Count} more searches in the last {Seconds} s.")]
    private partial void LogMoreUnreachable(int count, double seconds);
}
