using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The head of a page.</summary>
/// <param name="frame">What all pages share.</param>
/// <param name="title">Before the site's name in the window's title.</param>
internal sealed class PageHead(PageFrame frame, string title)
{
    private string Root => frame.Origin + frame.Base;

    /// <summary>The head.</summary>
    public Html Render() => Html.Of($"""
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} – {frame.Site.Name}</title>
        {Shared()}
        <link rel="stylesheet" href="{Asset.Address(frame.Base, "site.css")}">
        <link rel="stylesheet" href="{Asset.Address(frame.Base, "search.css")}">{StyleLink}
        <script src="{Asset.Address(frame.Base, "suggest.js")}" defer></script>
        <script src="{Asset.Address(frame.Base, "search.js")}" defer></script>
        <script src="{Asset.Address(frame.Base, "copy.js")}" defer></script>
        <link rel="search" type="application/opensearchdescription+xml" title="{frame.Site.Name}"
        href="{frame.Root}{OpenSearchDescription.Path}">
        <link rel="alternate" type="application/atom+xml" title="{FeedTitle}" href="{frame.Feed ?? frame.Base + AtomEndpoint.Path}">
        {Icon}{Again}
        </head>
        """);

    private Html Again => frame.Again is null ? Html.None : Html.Of($"""

        <script src="{Asset.Address(frame.Base, "again.js")}" defer></script>
        {(frame.IsStarting ? Html.Of($"""<noscript><meta http-equiv="refresh" content="10"></noscript>""") : Html.None)}
        """);

    private Html Icon => frame.Site is { Logo: { } logo } site
        ? Html.Of($"""<link rel="icon" type="{logo.MediaType}" href="{site.LogoAddress(frame.Base)}">""")
        : Html.Of($"""<link rel="icon" type="image/svg+xml" href="{Asset.Address(frame.Base, "favicon.svg")}">""");

    private Html FeedTitle => frame.Words.Say(frame.Feed is null ? "feed.all" : "feed.title", ("site", frame.Site.Name));

    private Html StyleLink => frame.Site.StyleAddress(frame.Base) is not { } address ? Html.None
        : Html.Of($"""<link rel="stylesheet" href="{address}">""");

    /// <summary>What other sites are told. A page that tells nothing of itself, such as filtered results, is not to be listed.</summary>
    private Html Shared() => frame.About is not { } about ? Html.Of($"""<meta name="robots" content="noindex, follow">""") : Html.Of($"""
        {Meta("name", "description", about.Short)}
        <link rel="canonical" href="{Root}{about.Path}">
        {Meta("property", "og:title", title)}
        {Meta("property", "og:description", about.Short)}
        {Meta("property", "og:type", about.Kind)}
        {Meta("property", "og:url", Root + about.Path)}
        {Meta("property", "og:site_name", frame.Site.Name)}
        {Meta("property", "og:image", about.Image)}
        {(about.Linked(Root) is { } data ? Html.LinkedData(data) : Html.None)}
        """);

    private static Html Meta(string attribute, string name, string? content) => string.IsNullOrEmpty(content) ? Html.None
        : attribute == "name" ? Html.Of($"""<meta name="{name}" content="{content}">""")
        : Html.Of($"""<meta property="{name}" content="{content}">""");
}
