using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What all pages share: head, header, landmarks, footer.</summary>
/// <param name="Root">The application's base path, empty at the root of a server.</param>
/// <param name="Site">The name that pages show.</param>
/// <param name="Language">The language of the proposals, by BCP 47.</param>
internal sealed record PageFrame(string Root, string Site, string Language)
{
    /// <summary>The frame of an answer to this request.</summary>
    public static PageFrame Of(HttpContext context)
    {
        var services = context.RequestServices;
        var language = services.GetRequiredService<SnapshotHolder>().Current?.Language.Code ?? OwnLanguage;
        return new PageFrame(context.Request.PathBase, services.GetRequiredService<SearchHostOptions>().Title, language);
    }

    /// <summary>The address of what the page shows as a feed, or <see langword="null"/> where there is none.</summary>
    public string? Feed { get; init; }

    /// <summary>What the site itself says around the proposals.</summary>
    private const string OwnLanguage = "en";

    /// <summary>Says that a part is in the site's own language, where the page is in another.</summary>
    private Html Own => Language == OwnLanguage ? Html.None : Html.Of($" lang=\"{OwnLanguage}\"");

    private Html FeedLink => Feed is null
        ? Html.None
        : Html.Of($"""<link rel="alternate" type="application/atom+xml" title="{Site}: this search" href="{Feed}">""");

    /// <summary>A whole page.</summary>
    /// <param name="title">Before the site's name in the window's title.</param>
    /// <param name="main">The content of the main landmark.</param>
    /// <param name="skips">Further targets of the skip links, beside the main landmark: anchor and label.</param>
    public Html Render(string title, Html main, params (string Anchor, string Label)[] skips) => Html.Of($"""
        <!doctype html>
        <html lang="{Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} – {Site}</title>
        <link rel="stylesheet" href="{Asset.Address(Root, "site.css")}">
        <script src="{Asset.Address(Root, "suggest.js")}" defer></script>
        <link rel="search" type="application/opensearchdescription+xml" title="{Site}" href="{Root}{OpenSearchDescription.Path}">{FeedLink}
        <link rel="icon" type="image/svg+xml" href="{Asset.Address(Root, "favicon.svg")}">
        </head>
        <body>
        <nav class="skip" aria-label="Skip"{Own}>
        <a href="#main">Skip to the content</a>
        {skips.Select(skip => Html.Of($"""<a href="#{skip.Anchor}">{skip.Label}</a>"""))}
        </nav>
        <header class="site"><div class="wrap"><a class="brand" href="{Root}/">{Site}</a></div></header>
        <main id="main" tabindex="-1"><div class="wrap">
        {main}
        </div></main>
        <footer class="site"{Own}><div class="wrap">
        <p>Every answer of this site is also data: <a href="{Root}/docs/">the API</a>,
        <a href="{Root}/v1/index">the index and its fields</a>.</p>
        </div></footer>
        </body>
        </html>
        """);
}
