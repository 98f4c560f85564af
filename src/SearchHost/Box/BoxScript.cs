using Microsoft.Net.Http.Headers;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Box;

/// <summary>
/// The script of the box that other sites embed. At <c>/box.js</c> it is always the newest; at <c>/box-VERSION.js</c> it is that version
/// and no other, for those who name its digest (subresource integrity). Every site may load it: what it may ask is another matter.
/// </summary>
internal static class BoxScript
{
    /// <summary>The address of the newest.</summary>
    public const string Path = "/box.js";

    /// <summary>The address of one version.</summary>
    public const string VersionPath = "/box-{version}.js";

    private static readonly string Version = Asset.Box.Version;
    private static readonly EntityTagHeaderValue Tag = new($"\"{Version}\"", isWeak: true);

    /// <summary>The digest that a page may name, so that its browser runs this version alone.</summary>
    public static string Integrity { get; } = Asset.Box.Integrity;

    /// <summary>The address of this version.</summary>
    public static string AddressOfVersion(string root) => $"{root}/box-{Version}.js";

    /// <summary>Answers with the newest script, which a browser asks for again after an hour.</summary>
    public static Task GetAsync(HttpContext context)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = Tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromHours(1) };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Compare(Tag, useStrongComparison: false)))
        {
            AllowAll(context);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WriteAsync(context);
    }

    /// <summary>Answers with the version that is asked for, which never changes; others are not here.</summary>
    public static Task GetVersionAsync(HttpContext context)
    {
        if (context.Request.RouteValues["version"] as string != Version)
        {
            return ProblemAnswer.WriteAsync(context, Problem.NotFound);
        }

        context.Response.Headers.CacheControl = Asset.Forever;
        return WriteAsync(context);
    }

    private static Task WriteAsync(HttpContext context)
    {
        AllowAll(context);
        return Asset.Box.WriteAsync(context);
    }

    /// <summary>A script of another site's page is a module, which browsers load only where its host allows it.</summary>
    private static void AllowAll(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
