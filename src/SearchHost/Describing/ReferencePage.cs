using Microsoft.AspNetCore.Http.HttpResults;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages;
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
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapScalarApiReference(Path, (scalar, context) =>
        {
            var frame = PageFrame.Of(context);
            scalar.Title = frame.Words.Text("docs.window", ("site", frame.Site.Name));
            scalar.HeaderContent = Header(frame).ToString();
            scalar.OpenApiRoutePattern = OpenApiEndpoint.Path;
            scalar.DefaultFonts = false;
            scalar.Telemetry = false;
            (scalar.Agent ??= new ScalarAgentOptions()).Disabled = true;
            (scalar.Mcp ??= new ScalarMcpOptions()).Disabled = true;
            scalar.ProxyUrl = "";
            scalar.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            scalar.DynamicNonce = true;
        }).AddEndpointFilter(async (call, next) =>
        {
            var answer = await next(call).ConfigureAwait(false);
            return answer is ContentHttpResult page
                ? Results.Content(InItsLanguage(page.ResponseContent ?? "", PageFrame.Of(call.HttpContext).Words.Code), page.ContentType)
                : answer;
        });

    /// <summary>Whose API it is, and the way back; where no script runs, that one is needed.</summary>
    private static Html Header(PageFrame frame) => Html.Of($"""
        <header style="padding: .75rem 1.25rem; font-family: system-ui, sans-serif; color: var(--scalar-color-1)">
        <a href="{frame.Root}/" style="color: inherit">{frame.Site.Name}</a> <span>· {frame.Words.Say("docs.title")}</span>
        <noscript><p>{frame.Words.Say("docs.no-script", ("address", Html.Of($"""
            <a href="{frame.Base}{OpenApiEndpoint.Path}">{OpenApiEndpoint.Path}</a>
            """)))}</p></noscript></header>
        """);

    /// <summary>Scalar does not say which language its page is in. The description of the API is in English in any case.</summary>
    private static string InItsLanguage(string page, string language) => page
        .Replace("<html>", $"<html lang=\"{language}\">", StringComparison.Ordinal)
        .Replace("<div id=\"app\">", "<div id=\"app\" lang=\"en\">", StringComparison.Ordinal)
        .Replace(" />", ">", StringComparison.Ordinal);

    /// <summary>
    /// What the page may do, where a request is for it: run its own scripts, and set styles from them, which Scalar does.
    /// <see langword="null"/> for other requests.
    /// </summary>
    public static string? ContentSecurityPolicy(HttpContext context) => context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
        ? $"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        : null;
}
