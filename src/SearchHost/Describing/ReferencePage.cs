using Scalar.AspNetCore;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>
/// <c>/docs</c>: the API to read and to try, Scalar's page on <see cref="OpenApiEndpoint"/>. Its script is part of the program; nothing is
/// loaded from elsewhere, and nothing is sent there.
/// </summary>
internal static class ReferencePage
{
    /// <summary>Its address.</summary>
    public const string Path = "/docs";

    /// <summary>Answers with the page.</summary>
    public static void Map(IEndpointRouteBuilder routes, string title)
        => routes.MapScalarApiReference(Path, scalar =>
        {
            scalar.Title = $"{title}: the API";
            scalar.OpenApiRoutePattern = OpenApiEndpoint.Path;
            scalar.DefaultFonts = false;
            scalar.Telemetry = false;
            (scalar.Agent ??= new ScalarAgentOptions()).Disabled = true;
            (scalar.Mcp ??= new ScalarMcpOptions()).Disabled = true;
            scalar.ProxyUrl = "";
            scalar.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            scalar.DynamicNonce = true;
        });

    /// <summary>
    /// What the page may do, where a request is for it: run its own scripts, and set styles from them, which Scalar does.
    /// <see langword="null"/> for other requests.
    /// </summary>
    public static string? ContentSecurityPolicy(HttpContext context) => context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
        ? $"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        : null;
}
