using System.Net;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ProposalSearch.SearchHost.Metrics;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/metrics</c>: what the host counts, as Prometheus reads it. There only where the settings say so.</summary>
internal static class MetricsEndpoint
{
    /// <summary>Its address.</summary>
    public const string Path = "/metrics";

    private static readonly string[] Forwarding = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via"];

    /// <summary>Whether the address exists.</summary>
    public static bool IsOn(SearchHostOptions options) => options.Metrics != MetricsReaders.Nobody;

    /// <summary>Adds what collects and writes the numbers.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenTelemetry()
        .WithMetrics(static metrics => metrics.AddMeter(HostMetrics.Name).AddAspNetCoreInstrumentation().AddPrometheusExporter())
        .WithTracing(static traces => traces.AddSource(HostMetrics.Name).AddAspNetCoreInstrumentation());

    /// <summary>Maps the address. To those who may not read it, it does not exist.</summary>
    public static void Map(WebApplication application, SearchHostOptions options)
        => application.MapPrometheusScrapingEndpoint(Path).DisableRateLimiting().Add(endpoint =>
        {
            var answer = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => options.Metrics == MetricsReaders.Everybody || IsFromHere(context)
                ? answer(context)
                : ProblemAnswer.WriteAsync(context, Problem.NotFound);
        });

    /// <summary>
    /// Whether a request was sent on this machine, and not passed on by a proxy on it, which would let everybody in.
    /// </summary>
    private static bool IsFromHere(HttpContext context)
        => context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
