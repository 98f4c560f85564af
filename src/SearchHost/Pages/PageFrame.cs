using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What all pages share: head, header, landmarks, footer.</summary>
/// <param name="Root">The application's base path, empty at the root of a server.</param>
/// <param name="Site">The name that pages show.</param>
internal sealed record PageFrame(string Root, string Site)
{
    /// <summary>The frame of an answer to this request.</summary>
    public static PageFrame Of(HttpContext context)
        => new PageFrame(context.Request.PathBase, context.RequestServices.GetRequiredService<SearchHostOptions>().Title);

    /// <summary>A whole page.</summary>
    /// <param name="title">Before the site's name in the window's title.</param>
    /// <param name="main">The content of the main landmark.</param>
    /// <param name="skips">Further targets of the skip links, beside the main landmark: anchor and label.</param>
    public Html Render(string title, Html main, params (string Anchor, string Label)[] skips) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} – {Site}</title>
        <link rel="stylesheet" href="{Asset.Address(Root, "site.css")}">
        <script src="{Asset.Address(Root, "suggest.js")}" defer></script>
        <link rel="search" type="application/opensearchdescription+xml" title="{Site}" href="{Root}{OpenSearchDescription.Path}">
        <link rel="icon" type="image/svg+xml" href="{Asset.Address(Root, "favicon.svg")}">
        </head>
        <body>
        <nav class="skip" aria-label="Skip">
        <a href="#main">Skip to the content</a>
        {skips.Select(skip => Html.Of($"""<a href="#{skip.Anchor}">{skip.Label}</a>"""))}
        </nav>
        <header class="site"><div class="wrap"><a class="brand" href="{Root}/">{Site}</a></div></header>
        <main id="main" tabindex="-1"><div class="wrap">
        {main}
        </div></main>
        <footer class="site"><div class="wrap">
        <p>Every answer of this site is also data: <a href="{Root}/v1/index">the index and its fields</a>.</p>
        </div></footer>
        </body>
        </html>
        """);
}
