using System.IO.Compression;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProposalSearch.Proposals.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Composes the host: settings, the index, the way of a request.</summary>
public static class SearchHostApplication
{
    /// <summary>Where the host listens when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Bytes of a request line: room for the longest query, percent-encoded.</summary>
    public const int MaxRequestLine = 256 * 1024;

    /// <summary>Bytes of a request's body.</summary>
    public const int MaxBody = 256 * 1024;

    // After the time that requests have at the stop, they are told so: that takes a moment.
    private static readonly TimeSpan TimeToSay = TimeSpan.FromSeconds(5);

    private static readonly string[] OurTypes = ["application/problem+json", "application/x-ndjson", "application/x-suggestions+json", "text/csv", "image/svg+xml"];

    /// <summary>The host, ready to run.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="backend">The engine to search with.</param>
    /// <param name="indexing">Makes the index; by default the pipeline that the indexer runs too.</param>
    /// <exception cref="StartFailedException">A setting cannot be used, or there is no source.</exception>
    public static WebApplication Build(CommandLine command, ISearchBackend backend, IIndexingRun? indexing = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(command.Settings);
        var options = Options(builder.Configuration);
        var folders = Folders.Resolve(options, Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        RoomForSearches(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(backend);
        builder.Services.AddSingleton(indexing ?? new PipelineRun(folders, backend, TimeProvider.System));
        AddServices(builder.Services, options);
        ConfigureServer(builder);
        // What stops the host is said in a sentence at the end; its stack trace would bury it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var application = builder.Build();
        RequestPipeline.Use(application, options);
        return application;
    }

    private static SearchHostOptions Options(IConfiguration configuration)
    {
        SearchHostOptions options;
        try
        {
            options = configuration.GetSection(SearchHostOptions.Section).Get<SearchHostOptions>() ?? new SearchHostOptions();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new StartFailedException(
                $"A setting of the section {SearchHostOptions.Section} cannot be read: {unreadable.Message}", unreadable);
        }

        var faults = SearchHostOptionsFaults.Of(options);
        return faults.Count == 0 ? options : throw new StartFailedException(string.Join(' ', faults));
    }

    private static void AddServices(IServiceCollection services, SearchHostOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SnapshotHolder>();
        services.AddSingleton<IndexPreparation>();
        services.AddSingleton<IndexOpening>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexOpening>());
        services.AddSingleton<Upkeep>();
        services.AddSingleton<SettingsDigest>();
        services.AddSingleton<WorkLimits>();
        services.AddSingleton<Stopping>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.StopSeconds) + TimeToSay);
        services.AddSingleton<AllowedHosts>();
        // The framework's own check would answer with a page of its own: ours says what to do.
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        services.Configure<ForwardedHeadersOptions>(forwarded => Proxies.Trust(forwarded, options.TrustedProxies));
        if (options.Watch)
        {
            services.AddHostedService<IndexWatching>();
        }

        services.AddRouting();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. OurTypes];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithMethods("GET", "HEAD", "POST")
            .WithHeaders("Content-Type", "If-None-Match")
            .WithExposedHeaders("ETag")));
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

    private static void ConfigureServer(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLine;
            server.Limits.MaxRequestBodySize = MaxBody;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

            // Exports and dear answers hold one of few places until they are read.
            server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 4_096, gracePeriod: TimeSpan.FromSeconds(10));
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"])
            && string.IsNullOrEmpty(builder.Configuration["https_ports"])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }
}
