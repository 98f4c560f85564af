using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Identity;

/// <summary>Sends what pages load of the operator's: colours and logo. Their addresses name their content, so browsers keep them.</summary>
internal static class IdentityFiles
{
    /// <summary>The address of the style sheet, below the base path.</summary>
    public const string StylePath = "/identity/colours.css";

    /// <summary>The address of the logo, below the base path.</summary>
    public const string LogoPath = "/identity/logo";

    /// <summary>Answers with the style sheet.</summary>
    public static Task GetStyleAsync(HttpContext context) => WriteAsync(context, Of(context).Style, "text/css; charset=utf-8");

    /// <summary>Answers with the logo.</summary>
    public static Task GetLogoAsync(HttpContext context) => WriteAsync(context, Of(context).Logo?.Content, Of(context).Logo?.MediaType);

    private static SiteIdentity Of(HttpContext context) => context.RequestServices.GetRequiredService<SiteIdentity>();

    private static Task WriteAsync(HttpContext context, byte[]? content, string? type)
    {
        if (content is null)
        {
            return ProblemAnswer.WriteAsync(context, Problem.NotFound);
        }

        context.Response.Headers.CacheControl = Asset.Forever;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
