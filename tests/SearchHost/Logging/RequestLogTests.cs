using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProposalSearch.Retrieval;
using ProposalSearch.SearchHost.Logging;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Logging;

public sealed class RequestLogTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly Lines _lines = new();
    private readonly RequestLog _log;

    public RequestLogTests() => _log = new RequestLog(_time, _lines);

    private string First => _lines.All[0];

    private string Second => _lines.All[1];

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Refused_LongPathWithLineEnds_IsOneShortLine()
    {
        _log.Refused(Request(new string('P', 500), "/a\nfail: forged\r" + new string('x', 500)), 400, "invalid_json");
        var line = Assert.Single(_lines.All);

        Assert.InRange(line.Length, 1, 240);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.EndsWith("..., 400 invalid_json. ", line);
    }

    [Theory]
    [InlineData(404, "not_found")]
    [InlineData(500, "internal_error")]
    public void Refused_NothingThereOrToldAlready_IsNoLine(int status, string code)
    {
        _log.Refused(Request("GET", "/"), status, code);

        Assert.Empty(_lines.All);
    }

    [Fact]
    public void Refused_Again_IsCountedAndToldWithItsCode()
    {
        for (var at = 0; at < 5; at++)
        {
            _log.Refused(Request("GET", "/"), 503, "busy");
        }

        _time.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(["Information: Refused: GET /, 503 busy. ", "Information: Refused: 4 more with busy in the last 10 s. "], _lines.All);
    }

    [Fact]
    public void Failed_SameFaultWithOtherTexts_HasItsStackOnce()
    {
        for (var at = 0; at < 5; at++)
        {
            _log.Failed(Request("GET", "/v1/search").HttpContext, Thrown($"sent by a client: {at}"));
        }

        _time.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(2, _lines.All.Count);
        Assert.StartsWith(
            "Error: GET /v1/search could not be answered, for a fault of ours. System.IO.InvalidDataException: sent by", First);
        Assert.Contains("   at ", First);
        Assert.Equal(
            "Error: 4 more requests could not be answered in the last 10 s: InvalidDataException in RequestLogTests.Throw", Second.Trim());
    }

    [Fact]
    public void Failed_ClientGone_IsNoLine()
    {
        var context = Request("GET", "/").HttpContext;
        context.RequestAborted = new CancellationToken(canceled: true);
        _log.Failed(context, new OperationCanceledException());

        Assert.Empty(_lines.All);
    }

    [Fact]
    public void Failed_BadRequest_IsLeftToItsProblem()
    {
        _log.Failed(Request("POST", "/v1/search").HttpContext, new BadHttpRequestException("Bad chunk size data.", 400));

        Assert.Empty(_lines.All);
    }

    [Fact]
    public void Unreachable_Again_IsToldOnceInOneLineAndThenCounted()
    {
        for (var at = 0; at < 5; at++)
        {
            _log.Unreachable(new IndexUnavailableException(
                IndexUnavailableReason.Unreachable, "http://10.0.0.5:9200: status 503,\nall shards failed."));
        }

        _time.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(
            "Warning: A search was not answered, for the cluster did not: http://10.0.0.5:9200: status 503, all shards failed. ", First);
        Assert.Equal("Warning: The cluster did not answer 4 more searches in the last 10 s. ", Second);
    }

    private static Exception Thrown(string message)
    {
        try
        {
            Throw(message);
            return new InvalidOperationException();
        }
        catch (InvalidDataException fault)
        {
            return fault;
        }
    }

    private static void Throw(string message) => throw new InvalidDataException(message);

    private static HttpRequest Request(string method, string path)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = (method, new PathString(path));
        return context.Request;
    }

    private sealed class Lines : ILogger<RequestLog>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => All.Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
