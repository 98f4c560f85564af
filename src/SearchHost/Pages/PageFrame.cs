using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Identity;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Pages.Trends;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Pictures;
using ProposalSearch.SearchHost.Sharing;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What all pages share: head, header, landmarks, footer.</summary>
/// <param name="Root">What the addresses of pages begin with: the base path, and the language where the visitor chose one.</param>
/// <param name="Base">What the addresses of data and assets begin with: the base path, empty at the root of a server.</param>
/// <param name="Site">Whose archive it is.</param>
/// <param name="Words">What the page says, in its language.</param>
/// <param name="Language">The language of the proposals, by BCP 47.</param>
internal sealed record PageFrame(string Root, string Base, SiteIdentity Site, Words Words, string Language)
{
    /// <summary>The frame of an answer to this request.</summary>
    public static PageFrame Of(HttpContext context)
    {
        var (services, request, language) = (context.RequestServices, context.Request, PageLanguage.Of(context));
        var words = language.Words(context);
        var snapshot = services.GetRequiredService<SnapshotHolder>().Current;
        var proposals = snapshot?.Language.Code ?? words.Code;
        return new PageFrame(request.PathBase, language.Base, services.GetRequiredService<SiteIdentity>(), words, proposals)
        {
            About = request.Path == "/" && !request.QueryString.HasValue
                ? LinkedData.Site(services.GetRequiredService<SiteIdentity>(), OpenSearchDescription.Site(request) + language.Base) : null,
            Origin = OpenSearchDescription.Site(request),
            Pictures = services.GetRequiredService<PictureOrigins>(),
            Here = request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
            HasYears = snapshot?.Facets.ContainsKey(YearSeries.Field) != false,
        };
    }

    private static readonly (string Path, string Key)[] PlacesOfSite =
        [("/", "site.search"), (TrendPageEndpoint.Path, "site.trends"), (AboutPageEndpoint.Path, "site.about")];

    /// <summary>The address of what the page shows as a feed, or <see langword="null"/> where there is none.</summary>
    public string? Feed { get; init; }

    /// <summary>What the page tells programs that show it elsewhere; <see langword="null"/> for one not to be found there.</summary>
    public PageAbout? About { get; init; }

    /// <summary>Whose pictures are shown; nobody's where nothing was said.</summary>
    public PictureOrigins Pictures { get; init; } = new([]);

    /// <summary>Scheme and host of the request, as in <c>https://example.org</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The address of the page behind its root.</summary>
    public string Here { get; init; } = "/";

    /// <summary>The path of the page in the navigation, or of the page that this one belongs to; empty where there is none.</summary>
    public string Place { get; init; } = "";

    /// <summary>The frame of a page that is not in the navigation and belongs to the search, as results do.</summary>
    public PageFrame BelowSearch => this with { Place = PlacesOfSite[0].Path, IsBelowPlace = true };

    private bool IsBelowPlace { get; init; }

    /// <summary>Seconds after which the page asks whether there is more to show; <see langword="null"/> for one that does not.</summary>
    public int? Again { get; init; }

    /// <summary>Whether the host is starting, so that nobody reads anything here yet: the page comes again without scripts too.</summary>
    public bool IsStarting { get; init; }

    /// <summary>Whether proposals have years; where they have none, there are no trends.</summary>
    public bool HasYears { get; init; } = true;

    private Html Current => IsBelowPlace ? Html.Of($" aria-current=\"true\"") : Html.Of($" aria-current=\"page\"");

    private IEnumerable<Html> Places => PlacesOfSite.Where(place => HasYears || place.Path != TrendPageEndpoint.Path)
        .Select(place => Html.Of($"""
            <li><a href="{Root}{place.Path}"{(place.Path == Place ? Current : Html.None)}>{Words.Say(place.Key)}</a></li>
            """));

    /// <summary>The attribute that says that an element is in the proposals' language, where the page speaks another.</summary>
    public Html OfProposals => Language == Words.Code ? Html.None : Html.Of($" lang=\"{Language}\"");

    private Html Brand => Site.LogoAddress(Base) is not { } address ? Html.Of($"""<span class="dot"></span>{Site.Name}""")
        : Html.Of($"""<img class="logo" src="{address}" alt="" width="32" height="32">{Site.Name}""");

    /// <summary>The page in the other languages.</summary>
    private IEnumerable<Html> Languages => Words.All.Where(other => other.Code != Words.Code).Select(other => Html.Of($"""
        <li><a href="{Base}/{other.Code}{Here}" lang="{other.Code}" hreflang="{other.Code}" rel="nofollow">{other.Name}</a></li>
        """));

    /// <summary>A whole page.</summary>
    /// <param name="title">Before the site's name in the window's title.</param>
    /// <param name="main">The content of the main landmark.</param>
    /// <param name="skips">Further targets of the skip links, beside the main landmark: anchor and label.</param>
    public Html Render(string title, Html main, params (string Anchor, string Label)[] skips) => Html.Of($"""
        <!doctype html>
        <html lang="{Words.Code}">
        {new PageHead(this, title).Render()}
        <body>
        <nav class="skip" aria-label="{Words.Say("skip.label")}">
        <a href="#main">{Words.Say("skip.content")}</a>
        {skips.Select(skip => Html.Of($"""<a href="#{skip.Anchor}">{skip.Label}</a>"""))}
        </nav>
        <header class="site"><div class="wrap"><a class="brand" href="{Root}/">{Brand}</a>
        <nav class="places" aria-label="{Words.Say("site.places")}"><ul>{Places}{Languages}</ul></nav></div></header>
        <main id="main" tabindex="-1"><div class="wrap">
        {main}
        </div></main>
        {Foot()}
        </body>
        </html>
        """);

    private Html Foot()
    {
        var own = Site.Footer.Pieces.All(string.IsNullOrEmpty) ? Html.None : Html.Of($"<p>{Site.Footer}</p>");
        var api = Html.Of($"""<a href="{Root}/docs/">{Words.Say("site.api")}</a>""");
        var index = Html.Of($"""<a href="{Base}/v1/index">{Words.Say("site.index")}</a>""");
        return Html.Of($"""
            <footer class="site"><div class="wrap">{own}
            <p>{Words.Say("site.data", ("api", api), ("index", index))}</p>
            </div></footer>
            """);
    }
}
