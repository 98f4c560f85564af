namespace ProposalSearch.SearchHost.Composition;

/// <summary>
/// Tells browsers what pages need, which is next to nothing: our style sheet, our script and what it asks this host for, our pictures,
/// our form. Whatever else a page might be made to hold, it neither runs nor loads: no script that stands in a page does.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of every answer.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, at the last moment: an error begins its answer anew.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder application)
        => application.Use((context, next) =>
        {
            context.Response.OnStarting(Add, context.Response);
            return next(context);
        });

    private static Task Add(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        // Whoever keeps answers for several clients must not give one site's to another, nor a compressed one to who cannot read it. Said
        // of every answer, since a 304 or an answer without an Origin is kept just as well. Compression and CORS write over each other
        // here.
        headers.Vary = "Accept-Encoding, Origin";
        return Task.CompletedTask;
    }
}
