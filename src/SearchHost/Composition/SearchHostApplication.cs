using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using ProposalSearch.Proposals.Search;
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
        services.AddSingleton<IndexRenewal>();
        services.AddSingleton<IndexOpening>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexOpening>());
        services.AddHostedService<IndexGuard>();
        services.AddSingleton<Upkeep>();
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

    private static void ConfigureServer(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLine;
            server.Limits.MaxRequestBodySize = MaxBody;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
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
