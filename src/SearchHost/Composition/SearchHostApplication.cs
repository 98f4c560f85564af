using System.IO.Compression;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Describing;
using ProposalSearch.SearchHost.Dumps;
using ProposalSearch.SearchHost.Identity;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Logging;
using ProposalSearch.SearchHost.Metrics;
using ProposalSearch.SearchHost.Pages;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Pictures;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Composes the host: settings, the index, the way of a request.</summary>
internal static class SearchHostApplication
{
    /// <summary>Bytes of a request line: room for the longest query, percent-encoded.</summary>
    public const int MaxRequestLine = 256 * 1024;

    // Requests that are still running when the time to stop is over are answered with a problem, which takes a moment.
    private static readonly TimeSpan TimeToSay = TimeSpan.FromSeconds(5);

    private static readonly string[] OurTypes =
    [
        "application/problem+json", "application/x-ndjson", "application/x-suggestions+json", "application/atom+xml", "text/csv",
        "image/svg+xml",
    ];

    /// <summary>The host, ready to run.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="backends">The engine of a name.</param>
    /// <param name="indexing">Makes the index; by default the pipeline that the indexer runs too.</param>
    /// <param name="surroundings">Environment and folders; by default those of this process.</param>
    /// <exception cref="StartFailedException">A setting cannot be used, or there is no source.</exception>
    internal static WebApplication Build(
        CommandLine command,
        Func<BackendName, SearchBackend> backends,
        IIndexingRun? indexing = null,
        Surroundings? surroundings = null)
    {
        surroundings ??= Surroundings.OfProcess();
        var given = GivenSettings.Gather(command, surroundings);
        var (options, folders, identity) = Checked(command, given, surroundings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = surroundings.ProgramFolder,
            EnvironmentName = surroundings.EnvironmentName,
        });
        // What was checked is what is used, in the order that docs/operations.md states.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(given.Pairs);
        RoomForSearches(options);
        builder.Services.AddSingleton(options).AddSingleton(folders).AddSingleton(identity);
        var backend = BackendOf(options, backends);
        builder.Services.AddSingleton(backend);
        AddPreparation(builder.Services, backend, folders, indexing);
        AddServices(builder.Services, options);
        DumpEndpoint.Add(builder.Services, folders);
        AddCompressionAndCors(builder.Services, options);
        // Where systemd started the program, it is told when that listens and when it stops.
        builder.Services.AddSystemd();
        ConfigureServer(builder, given);
        // Why the host stops is said in a sentence at the end, which would be lost among the lines of a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var application = builder.Build();
        IdentityNotes.Tell(application.Services.GetRequiredService<ILoggerFactory>(), identity);
        RequestPipeline.Use(application, options);
        return application;
    }

    private static void AddPreparation(IServiceCollection services, SearchBackend backend, Folders folders, IIndexingRun? indexing)
    {
        indexing ??= folders.IsServedOnly ? null : new PipelineRun(folders, backend, TimeProvider.System);
        services.AddSingleton(provider => new IndexPreparation(
            folders, backend, indexing,
            provider.GetRequiredService<ILogger<IndexPreparation>>(), provider.GetRequiredService<LastIndexing>()));
    }

    private static SearchBackend BackendOf(SearchHostOptions options, Func<BackendName, SearchBackend> backends) =>
        options.Backend == BackendName.OpenSearch ? KnownBackends.Of(options.Backend, options.Cluster) : backends(options.Backend);

    /// <summary>The settings, all checked.</summary>
    private static (SearchHostOptions Options, Folders Folders, SiteIdentity Identity) Checked(
        CommandLine command, GivenSettings given, Surroundings surroundings)
    {
        var (options, faults) = SettingsReader.Read(given);
        var identity = SiteIdentity.Read(options, surroundings.CurrentFolder, given, out var unusable);
        var folders = Folders.Resolve(options, surroundings.CurrentFolder, surroundings.ProgramFolder);
        List<string> all =
        [
            .. command.Faults, .. given.Faults, .. faults, .. SectionFaults.Of(given), .. LoggingFaults.Of(given),
            .. Listening.Faults(given), .. FolderFaults.Of(folders, given), .. unusable, .. ReportFaults(options, given),
            .. WatchFaults(options, given), .. ClusterFaults.Of(options, given),
        ];
        return all.Count == 0 ? (options, folders, identity) : throw new StartFailedException(all);
    }

    /// <summary>A report that nobody could read.</summary>
    private static IEnumerable<string> ReportFaults(SearchHostOptions options, GivenSettings given)
        => options.QueryReport && options.AdminKey.Length == 0 && given.Of($"{SearchHostOptions.Section}:AdminKey") is null
            ? [given.Of($"{SearchHostOptions.Section}:QueryReport")!.Where + " is 'true', but nobody could read the report: "
                + "set AdminKey too, to 16 to 200 visible ASCII characters."]
            : [];

    /// <summary>A host that makes no index has nothing to watch.</summary>
    private static IEnumerable<string> WatchFaults(SearchHostOptions options, GivenSettings given)
        => options is { ServeOnly: true, Watch: true }
            ? [given.Of($"{SearchHostOptions.Section}:Watch")!.Where + " is 'true', but with ServeOnly the host makes no index: "
                + "leave out one of them. What the indexer publishes is served within IndexCheckMilliseconds."]
            : [];

    private static void AddServices(IServiceCollection services, SearchHostOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IProblemPage, ProblemPage>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<SnapshotHolder>();
        services.AddSingleton<IndexRenewal>();
        services.AddSingleton<IndexOpening>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexOpening>());
        services.AddHostedService<IndexGuard>();
        services.AddSingleton(static provider => new SnapshotWarmUp(
            (snapshot, cancellation) => ExampleSearches.PrepareAsync(provider.GetRequiredService<SiteIdentity>(), snapshot, cancellation),
            provider.GetRequiredService<ILogger<SnapshotWarmUp>>()));
        services.AddSingleton<Upkeep>();
        services.AddSingleton<LastIndexing>();
        services.AddSingleton<SettingsDigest>();
        services.AddSingleton<WorkLimits>();
        services.AddSingleton<Stopping>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.StopSeconds) + TimeToSay);
        AddRequests(services, options);
        if (options.Watch)
        {
            services.AddHostedService<IndexWatching>();
        }
    }

    /// <summary>What the way of a request needs.</summary>
    private static void AddRequests(IServiceCollection services, SearchHostOptions options)
    {
        services.AddSingleton<AllowedHosts>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<HostMetrics>();
        services.AddSingleton<QueryReport>();
        if (MetricsEndpoint.IsOn(options))
        {
            MetricsEndpoint.Add(services);
        }

        // The framework's own check would answer with a page of its own: ours says what to do.
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        services.Configure<ForwardedHeadersOptions>(forwarded => Proxies.Trust(forwarded, options.TrustedProxies));
        if (ClientRate.IsOn(options))
        {
            services.AddRateLimiter(limiter => ClientRate.Configure(limiter, options));
        }

        AddPictures(services, options);
        services.AddRouting();
        OpenApiEndpoint.Add(services);
    }

    private static void AddPictures(IServiceCollection services, SearchHostOptions options)
    {
        services.AddSingleton(new PictureOrigins(options.PicturesFrom));
        services.AddSingleton<PictureFetcher>();
        services.AddSingleton(provider => new PictureCache(
            provider.GetRequiredService<PictureFetcher>().FetchAsync,
            provider.GetRequiredService<TimeProvider>(),
            PictureCache.UsualBytes));
    }

    private static void AddCompressionAndCors(IServiceCollection services, SearchHostOptions options)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. OurTypes];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(options.AllowedOrigins.Contains("*") ? ["*"] : [.. options.AllowedOrigins])
            .WithMethods("GET", "HEAD", "POST")
            .WithHeaders("Content-Type", "If-None-Match", "X-Algolia-API-Key", "X-Algolia-Application-Id", "X-Algolia-Agent")
            .WithExposedHeaders("ETag", "Retry-After")));
    }

    /// <summary>
    /// Searches keep threads of the pool busy from beginning to end. The pool has as many more from the start, so that there are always
    /// some left for whatever ends quickly, such as a question after our health.
    /// </summary>
    private static void RoomForSearches(SearchHostOptions options)
    {
        ThreadPool.GetMinThreads(out var threads, out var completions);
        ThreadPool.SetMinThreads(Math.Max(threads, Environment.ProcessorCount + WorkLimits.Threads(options)), completions);
    }

    private static void ConfigureServer(WebApplicationBuilder builder, GivenSettings given)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLine;
            server.Limits.MaxRequestBodySize = RequestBody.MostBytes;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

            // Exports and expensive answers hold one of few places until they are read.
            server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 4_096, gracePeriod: TimeSpan.FromSeconds(10));
        });
        if (!Listening.IsGiven(given))
        {
            builder.WebHost.UseUrls(Listening.DefaultUrl);
        }
    }
}
