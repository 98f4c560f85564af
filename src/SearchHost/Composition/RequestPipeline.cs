using Microsoft.AspNetCore.Diagnostics;
using ProposalSearch.Retrieval;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Pages;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>The way of a request, and what is at which address.</summary>
internal static class RequestPipeline
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Lays the way out.</summary>
    public static void Use(WebApplication application, SearchHostOptions options)
    {
        if (options.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders();
        }

        application.UseSecurityHeaders();
        application.UseResponseCompression();
        application.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = FailAsync,
            AllowStatusCode404Response = true,
            // The log is told by UseFaultTelling, below.
            SuppressDiagnosticsCallback = _ => true,
        });
        application.UseFaultTelling();
        application.UseStatusCodePages(bare => SayStatusAsync(bare.HttpContext));
        application.UseAllowedHosts();
        var stopping = application.Services.GetRequiredService<Stopping>();
        application.Use(next => context => stopping.RunAsync(context, next));
        application.UseRouting();
        if (options.AllowedOrigins.Count > 0)
        {
            application.UseCors();
        }

        if (ClientRate.IsOn(options))
        {
            application.UseRateLimiter();
        }

        MapApi(application);
        MapPages(application);
    }

    private static void MapApi(WebApplication application)
    {
        application.MapMethods("/v1/search", Reading, Gate.WithSnapshot(SearchEndpoint.GetAsync));
        application.MapPost("/v1/search", Gate.WithSnapshot(SearchEndpoint.PostAsync));
        application.MapMethods("/v1/search.csv", Reading, Gate.WithSnapshot(ExportEndpoint.CsvAsync));
        application.MapMethods("/v1/search.ndjson", Reading, Gate.WithSnapshot(ExportEndpoint.NdjsonAsync));
        application.MapMethods("/v1/suggest", Reading, Gate.WithSnapshot(SuggestEndpoint.GetAsync));
        application.MapMethods("/v1/suggest.opensearch", Reading, Gate.WithSnapshot(SuggestEndpoint.GetOpenSearchAsync));
        application.MapMethods("/v1/facets/{field}", Reading, Gate.WithSnapshot(CountingEndpoints.FacetValuesAsync));
        application.MapMethods("/v1/trends", Reading, Gate.WithSnapshot(CountingEndpoints.TrendsAsync));
        application.MapMethods("/v1/questions", Reading, Gate.WithSnapshot(CountingEndpoints.QuestionsAsync));
        application.MapMethods("/v1/proposals/{**id}", Reading, Gate.WithSnapshot(ProposalEndpoint.GetAsync));
        application.MapMethods("/v1/index", Reading, Gate.WithSnapshot(IndexEndpoint.GetAsync));
        application.MapMethods("/health/live", Reading, IndexEndpoint.LiveAsync).DisableRateLimiting();
        application.MapMethods("/health/ready", Reading, IndexEndpoint.ReadyAsync).DisableRateLimiting();
    }

    private static void MapPages(WebApplication application)
    {
        application.MapMethods("/", Reading, Gate.WithSnapshot(SearchPageEndpoint.GetAsync));
        application.MapMethods("/proposals/{**id}", Reading, Gate.WithSnapshot(ProposalPageEndpoint.GetAsync));
        application.MapMethods(OpenSearchDescription.Path, Reading, OpenSearchDescription.GetAsync);
        application.MapMethods("/assets/{name}", Reading, Asset.GetAsync).DisableRateLimiting();
    }

    private static Task SayStatusAsync(HttpContext context)
        => ProblemAnswer.WriteAsync(context, ProblemAnswer.OfStatus(context.Response.StatusCode));

    private static async Task FailAsync(HttpContext context)
    {
        // Kestrel's own refusals, such as a body that is too large, arrive here with the status to send.
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException refused => ProblemAnswer.OfStatus(refused.StatusCode),
            IndexUnavailableException unavailable => Unavailable(context, unavailable),
            _ => Problem.Failure,
        };
        try
        {
            await ProblemAnswer.WriteAsync(context, problem).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Whoever sent half of a body and went away reads no answer.
        }
    }

    private static Problem Unavailable(HttpContext context, IndexUnavailableException fault)
    {
        context.RequestServices.GetRequiredService<IndexRenewal>().Suspect(fault.Message);
        return Problem.IndexUnavailable;
    }
}
