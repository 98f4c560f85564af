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

    private static readonly (string Name, string Key)[] Attributes =
    [
        ("results", "embed.results"),
        ("query", "embed.query"),
        ("filters", "embed.filters"),
        ("per-page", "embed.per-page"),
        ("label, button, placeholder", "embed.label"),
        ("lang", "embed.lang"),
        ("theme", "embed.theme"),
        ("endpoint", "embed.endpoint"),
    ];

    private static readonly (string Name, string Key)[] Styles =
    [
        ("--proposal-search-accent", "embed.accent"),
        ("--proposal-search-text, --proposal-search-background", "embed.text"),
        ("--proposal-search-quiet, --proposal-search-line", "embed.line"),
        ("--proposal-search-wash, --proposal-search-mark", "embed.mark"),
        ("--proposal-search-radius", "embed.radius"),
        ("::part(input), (button), (suggestions), (status), (results), (result), (more)", "embed.parts"),
    ];

    /// <summary>Answers with the page.</summary>
    public static Task GetAsync(HttpContext context)
    {
        var frame = PageFrame.Of(context);
        context.Response.Headers.CacheControl = "no-cache";
        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        return PageAnswer.WriteAsync(context, Render(frame, options.AllowedOrigins));
    }

    private static Html Render(PageFrame frame, IReadOnlyList<string> origins)
    {
        var (words, host) = (frame.Words, frame.Origin + frame.Base);
        return frame.Render(words.Text("embed.window"), Html.Of($"""
            <script type="module" src="{frame.Base}{BoxScript.Path}"></script>
            <h1>{words.Say("embed.title")}</h1>
            <p>{words.Say("embed.intro")}</p>
            <section class="demo" aria-labelledby="try"><h2 id="try">{words.Say("embed.try")}</h2>
            <proposal-search>{Form(frame)}</proposal-search>
            </section>
            <section aria-labelledby="copy"><h2 id="copy">{words.Say("embed.copy")}</h2>
            <p>{words.Say("embed.copy.form")}</p>
            <pre role="group" aria-label="{words.Say("embed.copy.lines")}"><code>{Lines(frame, host)}</code></pre>
            <p>{words.Say("embed.pinned")}</p>
            <pre role="group" aria-label="{words.Say("embed.pinned.label")}"><code>{Script(Pinned(host))}</code></pre>
            {Allowed(words, origins)}
            </section>
            <section aria-labelledby="settings"><h2 id="settings">{words.Say("embed.settings")}</h2>
            <p>{words.Say("embed.attributes", ("element", Code("<proposal-search>")))}</p>
            {Table(words, words.Text("embed.attribute"), Attributes)}
            <p>{words.Say("embed.styles")}</p>
            {Table(words, words.Text("embed.name"), Styles)}
            <p>{words.Say(
                "embed.events",
                ("results", Code("proposal-search-results")),
                ("detail", Code("event.detail")),
                ("failed", Code("proposal-search-failed")),
                ("call", Code("element.search('poverty')")))}</p>
            </section>
            """));
    }

    private static Html Code(string text) => Html.Of($"<code>{text}</code>");

    private static Html Form(PageFrame frame) => Html.Of($"""
        <form action="{frame.Origin}{frame.Root}/" method="get" role="search"><label>{frame.Words.Say("embed.form.label")}
        <input name="q"></label> <button>{frame.Words.Say("box.search")}</button></form>
        """);

    private static string Script(string source) => $"<script type=\"module\" {source}></script>";

    private static string Pinned(string host) =>
        $"src=\"{BoxScript.AddressOfVersion(host)}\" integrity=\"{BoxScript.Integrity}\" crossorigin=\"anonymous\"";

    private static string Lines(PageFrame frame, string host) =>
        Script($"src=\"{host}{BoxScript.Path}\"")
        + $"\n<proposal-search>{Form(frame).ToString().ReplaceLineEndings(" ").Trim()}</proposal-search>";

    private static Html Allowed(Words words, IReadOnlyList<string> origins)
    {
        var examples = (Hole[])[("setting", Code("AllowedOrigins")), ("site", Code("https://example.org")), ("all", Code("*"))];
        return origins.Count == 0 ? Html.Of($"""<p class="notice">{words.Say("embed.origins.none", examples)}</p>""")
            : origins.Contains("*") ? Html.Of($"<p>{words.Say("embed.origins.all")}</p>")
            : Html.Of($"<p>{words.Count("embed.origins", origins.Count, ("sites", string.Join(", ", origins)))}</p>");
    }

    private static Html Table(Words words, string head, (string Name, string Key)[] rows) => Html.Of($"""
        <table class="settings"><thead><tr><th scope="col">{head}</th><th scope="col">{words.Say("embed.meaning")}</th></tr></thead><tbody>
        {rows.Select(row => Html.Of($"<tr><th scope=\"row\"><code>{row.Name}</code></th><td>{words.Say(row.Key)}</td></tr>"))}
        </tbody></table>
        """);
}
