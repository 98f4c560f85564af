using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Box;

/// <summary><c>/box</c>: the box that other sites embed, shown, and the lines to copy.</summary>
internal static class BoxPage
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/box";

    private static readonly (string Name, string Meaning)[] Attributes =
    [
        ("results", "inline: what is found stands below the box (the default). page: it opens this archive's page."),
        ("query", "what is searched for at first."),
        ("filters", "what every search is narrowed to, such as year=2019&category=learn."),
        ("per-page", "hits at a time, 1 to 100; 5 if nothing is said."),
        ("label, button, placeholder", "what the box says, in your words."),
        ("lang", "en or es; else the language of your page, where the box speaks it."),
        ("theme", "light or dark; else as your page is, by its color-scheme."),
        ("endpoint", "the address of this host, where the script comes from another."),
    ];

    private static readonly (string Name, string Meaning)[] Styles =
    [
        ("--proposal-search-accent", "button, links, what has the focus."),
        ("--proposal-search-text, --proposal-search-background", "the box and its list."),
        ("--proposal-search-quiet, --proposal-search-line", "questions, years; borders."),
        ("--proposal-search-wash, --proposal-search-mark", "the chosen suggestion; words that were found."),
        ("--proposal-search-radius", "how round corners are."),
        ("::part(input), (button), (suggestions), (status), (results), (result), (more)", "anything else, from your style sheet."),
    ];

    /// <summary>Answers with the page.</summary>
    public static Task GetAsync(HttpContext context)
    {
        // What is said here is for whoever builds sites, in English alone.
        var frame = PageFrame.Of(context) with { Words = Words.All[0] };
        var host = OpenSearchDescription.Site(context.Request) + context.Request.PathBase.ToUriComponent();
        context.Response.Headers.CacheControl = "no-cache";
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        return PageAnswer.WriteAsync(context, Render(frame, host, options.AllowedOrigins));
    }

    private static Html Render(PageFrame frame, string host, IReadOnlyList<string> origins) => frame.Render(
        "Search box for your site", Html.Of($"""
        <script type="module" src="{frame.Root}{BoxScript.Path}"></script>
        <h1>This search, on your site</h1>
        <p>Two lines put this box on any page. It completes what is typed, works with the keyboard and screen readers,
        and takes your colours.</p>
        <section class="demo" aria-labelledby="try"><h2 id="try">Try it</h2>
        <proposal-search>{Form(host)}</proposal-search>
        </section>
        <section aria-labelledby="copy"><h2 id="copy">Copy it</h2>
        <p>Visitors without scripts get the form within it, which opens this archive's page.</p>
        <pre tabindex="0" aria-labelledby="copy"><code>{Lines(host, $"src=\"{host}{BoxScript.Path}\"")}</code></pre>
        <p>The script at this address is always the newest. This version alone, checked by the visitor's browser:</p>
        <pre tabindex="0" aria-label="The script with its digest"><code>{Script(Pinned(host))}</code></pre>
        {Allowed(origins)}
        </section>
        <section aria-labelledby="settings"><h2 id="settings">Settings</h2>
        <p>Attributes of <code>&lt;proposal-search&gt;</code>:</p>
        {Table("Attribute", Attributes)}
        <p>CSS variables and parts:</p>
        {Table("Name", Styles)}
        <p>It tells your page what happens: <code>proposal-search-results</code> with the search's answer as <code>event.detail</code>, and
        <code>proposal-search-failed</code>. <code>element.search('poverty')</code> searches.</p>
        </section>
        """));

    private static Html Form(string host) => Html.Of($"""
        <form action="{host}/" method="get" role="search"><label>Search proposals <input name="q"></label> <button>Search</button></form>
        """);

    private static string Script(string source) => $"<script type=\"module\" {source}></script>";

    private static string Pinned(string host) =>
        $"src=\"{BoxScript.AddressOfVersion(host)}\" integrity=\"{BoxScript.Integrity}\" crossorigin=\"anonymous\"";

    private static string Lines(string host, string source) => $"{Script(source)}\n<proposal-search>{Form(host)}</proposal-search>";

    private static Html Allowed(IReadOnlyList<string> origins) => origins.Count == 0
        ? Html.Of($"""
            <p class="notice">No site may ask this host yet. Its operator allows one with the setting <code>AllowedOrigins</code>, such as
            <code>https://example.org</code>, or all with <code>*</code>. Until then the box links to the archive's page.</p>
            """)
        : origins.Contains("*") ? Html.Of($"<p>Every site may ask this host.</p>")
        : Html.Of($"<p>These sites may ask this host: {string.Join(", ", origins)}.</p>");

    private static Html Table(string head, (string Name, string Meaning)[] rows) => Html.Of($"""
        <table class="settings"><thead><tr><th scope="col">{head}</th><th scope="col">Meaning</th></tr></thead><tbody>
        {rows.Select(row => Html.Of($"<tr><th scope=\"row\"><code>{row.Name}</code></th><td>{row.Meaning}</td></tr>"))}
        </tbody></table>
        """);
}
