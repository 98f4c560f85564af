using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProposalSearch.SearchHost.Logging;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Logging;

/// <summary>What the log says of requests that were answered.</summary>
public sealed class AccessLogTests
{
    [Fact]
    public async Task Get_Any_CarriesTheIdOfItsRequest()
    {
        await using var host = await RunningHost.StartAsync();
        var ids = new List<string>();
        foreach (var address in new[] { "/v1/search", "/", "/nothing", "/v1/search?page=0", "/health/live", "/assets/site.css" })
        {
            using var answer = await host.GetAsync(address);
            ids.Add(answer.Headers.GetValues("X-Request-Id").Single());
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("paths", "GET /v1/search, 404 in ")]
    [InlineData("queries", "GET /v1/search?q=a%20secret, 404 in ")]
    public async Task Run_Request_IsToldAsTheSettingsSay(string setting, string told)
    {
        using var lines = new Lines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        var options = new SearchHostOptions { LogRequests = Enum.Parse<LoggedRequests>(setting, ignoreCase: true) };
        var context = new DefaultHttpContext { TraceIdentifier = "the-id" };
        (context.Request.Method, context.Request.Path) = ("GET", "/v1/search");
        context.Request.QueryString = new QueryString("?q=a%20secret");
        await new AccessLog(options, TimeProvider.System, factory.CreateLogger<AccessLog>()).RunAsync(context, answered =>
        {
            answered.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        Assert.StartsWith(told, lines.Text);
        Assert.Equal(told.Length > 0, lines.Text.Contains("the-id", StringComparison.Ordinal));
        Assert.Equal(setting == "queries", lines.Text.Contains("secret", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public string Text { get; private set; } = "";

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Text += formatter(state, exception);

        public void Dispose()
        {
        }
    }
}
