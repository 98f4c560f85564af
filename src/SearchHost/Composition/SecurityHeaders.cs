using ProposalSearch.SearchHost.Describing;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>
/// Tells browsers what pages need, which is next to nothing: our style sheet, our script and what it asks this host for, our pictures,
/// our form. Whatever else a page might be made to hold, it neither runs nor loads: no script that stands in a page does.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of every answer.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, at the last moment: an error begins its answer anew.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder application)
        => application.Use((context, next) =>
        {
            context.Response.OnStarting(Add, context);
            return next(context);
        });

    private static Task Add(object request)
    {
        var context = (HttpContext)request;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ReferencePage.ContentSecurityPolicy(context) ?? ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        // A cache that serves several clients must not give one site's answer to another, nor a compressed one to a client that cannot read
        // it. Every answer says so, since one without an Origin, or a 304, is kept too. Without this line compression and CORS would each
        // replace what the other wrote.
        headers.Vary = PageLanguage.Of(context).DependsOnTheBrowser
            ? "Accept-Encoding, Accept-Language, Origin" : "Accept-Encoding, Origin";
        return Task.CompletedTask;
    }
}
