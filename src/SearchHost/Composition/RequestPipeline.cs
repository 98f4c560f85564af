using Microsoft.AspNetCore.Diagnostics;
using ProposalSearch.Retrieval;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Algolia;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Box;
using ProposalSearch.SearchHost.Citing;
using ProposalSearch.SearchHost.Describing;
using ProposalSearch.SearchHost.Dumps;
using ProposalSearch.SearchHost.Identity;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Logging;
using ProposalSearch.SearchHost.Metrics;
using ProposalSearch.SearchHost.Pages;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Pages.Trends;
using ProposalSearch.SearchHost.Pictures;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Sharing;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;
using Endpoints = ProposalSearch.SearchHost.Describing.DescribedEndpoints;

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
        var access = application.Services.GetRequiredService<AccessLog>();
        application.Use(next => context => access.RunAsync(context, next));
        application.Use(next => context => PageLanguage.RunAsync(context, next));
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
        UseEndpoints(application, options);
    }

    private static void UseEndpoints(WebApplication application, SearchHostOptions options)
    {
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
        MapAlgolia(application);
        MapDescriptions(application, options);
        MapPages(application);
        if (application.Services.GetRequiredService<PictureOrigins>().IsAny)
        {
            application.MapMethods(PictureEndpoint.Path + "{**id}", Reading, Gate.WithSnapshot(PictureEndpoint.GetAsync));
        }
    }

    private static void MapApi(WebApplication application)
    {
        Map(application, "/v1/search", SearchEndpoint.GetAsync, Endpoints.Search);
        application.MapPost("/v1/search", Gate.WithSnapshot(SearchEndpoint.PostAsync)).WithMetadata(Endpoints.SearchByBody);
        Map(application, "/v1/search.csv", ExportEndpoint.CsvAsync, Endpoints.Csv);
        Map(application, "/v1/search.ndjson", ExportEndpoint.NdjsonAsync, Endpoints.Ndjson);
        Map(application, "/v1/search.atom", AtomEndpoint.GetAsync, Endpoints.Atom);
        Map(application, "/v1/suggest", SuggestEndpoint.GetAsync, Endpoints.Suggest);
        Map(application, "/v1/suggest.opensearch", SuggestEndpoint.GetOpenSearchAsync, Endpoints.SuggestOpenSearch);
        Map(application, "/v1/facets/{field}", CountingEndpoints.FacetValuesAsync, Endpoints.FacetValues);
        Map(application, "/v1/trends", CountingEndpoints.TrendsAsync, Endpoints.Trends);
        Map(application, "/v1/questions", CountingEndpoints.QuestionsAsync, Endpoints.Questions);
        Map(application, "/v1/proposals/{**id}", ProposalEndpoint.GetAsync, Endpoints.Proposal, Endpoints.Similar);
        Map(application, "/v1/index", IndexEndpoint.GetAsync, Endpoints.Index);
        if (DumpEndpoint.IsOn(application.Services.GetRequiredService<Folders>()))
        {
            application.MapMethods(DumpEndpoint.ManifestPath, Reading, DumpEndpoint.GetManifestAsync).WithMetadata(Endpoints.DumpManifest);
            application.MapMethods(DumpEndpoint.FilePath, Reading, DumpEndpoint.GetFileAsync).WithMetadata(Endpoints.DumpFile);
        }

        MapForTheOwner(application, application.Services.GetRequiredService<SearchHostOptions>());
        application.MapMethods("/health/live", Reading, IndexEndpoint.LiveAsync).DisableRateLimiting().WithMetadata(Endpoints.Live);
        application.MapMethods("/health/ready", Reading, IndexEndpoint.ReadyAsync).DisableRateLimiting().WithMetadata(Endpoints.Ready);
    }

    /// <summary>What needs the operator's key.</summary>
    private static void MapForTheOwner(WebApplication application, SearchHostOptions options)
    {
        if (AdminKey.IsSet(options))
        {
            application.MapPost("/v1/index/refresh", Gate.WithSnapshot(RefreshEndpoint.PostAsync)).WithMetadata(Endpoints.Refresh);
        }

        if (QueryReport.IsOn(options))
        {
            application.MapMethods("/v1/report", Reading, ReportEndpoint.GetAsync).WithMetadata(Endpoints.Report);
        }
    }

    /// <summary>An address that is read, and needs the index.</summary>
    private static void Map(WebApplication application, string path, SnapshotHandler handler, params object[] described)
        => application.MapMethods(path, Reading, Gate.WithSnapshot(handler)).WithMetadata(described);

    private static void MapAlgolia(WebApplication application)
    {
        application.MapPost(AlgoliaEndpoint.QueriesPath, Gate.WithSnapshot(AlgoliaEndpoint.QueriesAsync));
        application.MapPost(AlgoliaEndpoint.QueryPath, Gate.WithSnapshot(AlgoliaEndpoint.QueryAsync));
        application.MapPost(AlgoliaEndpoint.FacetPath, Gate.WithSnapshot(AlgoliaEndpoint.QueryAsync));
    }

    private static void MapDescriptions(WebApplication application, SearchHostOptions options)
    {
        application.MapMethods(OpenApiEndpoint.Path, Reading, Gate.WithSnapshot(OpenApiEndpoint.GetAsync));
        ReferencePage.Map(application);
        if (MetricsEndpoint.IsOn(options))
        {
            MetricsEndpoint.Map(application, options);
        }
    }

    private static void MapPages(WebApplication application)
    {
        application.MapMethods("/", Reading, Gate.WithSnapshot(StartPageEndpoint.GetAsync));
        application.MapMethods(TrendPageEndpoint.Path, Reading, Gate.WithSnapshot(TrendPageEndpoint.GetAsync));
        application.MapMethods(TrendPageEndpoint.CsvPath, Reading, Gate.WithSnapshot(TrendPageEndpoint.GetCsvAsync));
        application.MapMethods(AboutPageEndpoint.Path, Reading, Gate.WithSnapshot(AboutPageEndpoint.GetAsync));
        application.MapMethods(SearchAddress.AllProposals, Reading, Gate.WithSnapshot(SearchPageEndpoint.GetAsync));
        application.MapMethods(FacetPageEndpoint.Path + "/{field}", Reading, Gate.WithSnapshot(FacetPageEndpoint.GetAsync));
        application.MapMethods("/proposals/{**id}", Reading, Gate.WithSnapshot(ProposalPageEndpoint.GetAsync));
        application.MapMethods("/organizations/{**id}", Reading, Gate.WithSnapshot(OrganizationPageEndpoint.GetAsync));
        application.MapMethods(CitationEndpoint.BibTexPath + "{**id}", Reading, Gate.WithSnapshot(CitationEndpoint.GetBibTexAsync));
        application.MapMethods(CitationEndpoint.CslPath + "{**id}", Reading, Gate.WithSnapshot(CitationEndpoint.GetCslAsync));
        application.MapMethods(SitemapEndpoint.Path, Reading, Gate.WithSnapshot(SitemapEndpoint.GetAsync));
        application.MapMethods(SitemapEndpoint.PartPath, Reading, Gate.WithSnapshot(SitemapEndpoint.GetPartAsync));
        application.MapMethods(RobotsText.Path, Reading, RobotsText.GetAsync);
        application.MapMethods(OpenSearchDescription.Path, Reading, OpenSearchDescription.GetAsync);
        application.MapMethods(BoxPage.Path, Reading, BoxPage.GetAsync);
        application.MapMethods(BoxScript.Path, Reading, BoxScript.GetAsync).DisableRateLimiting();
        application.MapMethods(BoxScript.VersionPath, Reading, BoxScript.GetVersionAsync).DisableRateLimiting();
        application.MapMethods("/assets/{name}", Reading, Asset.GetAsync).DisableRateLimiting();
        application.MapMethods(IdentityFiles.StylePath, Reading, IdentityFiles.GetStyleAsync).DisableRateLimiting();
        application.MapMethods(IdentityFiles.LogoPath, Reading, IdentityFiles.GetLogoAsync).DisableRateLimiting();
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
        if (fault.Reason == IndexUnavailableReason.Unreachable)
        {
            context.RequestServices.GetRequiredService<RequestLog>().Unreachable(fault);
            return Problem.IndexUnreachable;
        }

        context.RequestServices.GetRequiredService<IndexRenewal>().Suspect(fault.Message);
        return Problem.IndexUnavailable;
    }
}
