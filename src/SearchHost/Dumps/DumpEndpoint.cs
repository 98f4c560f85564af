using Microsoft.Net.Http.Headers;
using ProposalSearch.Indexing.Dumping;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Dumps;

/// <summary><c>/dump/manifest.json</c> and the files that it names. There only where the settings name a folder for them.</summary>
internal static class DumpEndpoint
{
    /// <summary>The address of the manifest.</summary>
    public const string ManifestPath = "/dump/" + DumpFolder.ManifestName;

    /// <summary>The addresses of files.</summary>
    public const string FilePath = "/dump/{file}";

    /// <summary>Whether there are dumps.</summary>
    public static bool IsOn(Folders folders) => folders.Dump is not null;

    /// <summary>Adds what writes them, where there are to be any.</summary>
    public static void Add(IServiceCollection services, Folders folders)
    {
        if (IsOn(folders))
        {
            services.AddSingleton<DumpKeeping>();
            services.AddHostedService(static provider => provider.GetRequiredService<DumpKeeping>());
        }
    }

    /// <summary>Answers with the manifest of the last dump that is whole.</summary>
    public static Task GetManifestAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<DumpKeeping>().Current is not { } manifest)
        {
            return ProblemAnswer.WriteAsync(context, Problem.DumpNotReady);
        }

        var tag = new EntityTagHeaderValue($"\"{manifest.Build}-{manifest.Files[0].Sha256[..12]}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        if (Validator.Knows(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Gate.WriteJsonAsync(context, manifest, WireJson.Wire.DumpManifest);
    }

    /// <summary>Answers with a file or a range of it. A name stands for one content for good.</summary>
    public static Task GetFileAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        if (context.RequestServices.GetRequiredService<DumpKeeping>().Folder.Find(name) is not { } path)
        {
            return ProblemAnswer.WriteAsync(context, Problem.NotFound);
        }

        context.Response.Headers.CacheControl = Asset.Forever;
        var file = TypedResults.PhysicalFile(
            path, "application/gzip", entityTag: new EntityTagHeaderValue($"\"{name}\""), enableRangeProcessing: true);
        return file.ExecuteAsync(context);
    }
}
