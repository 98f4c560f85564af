using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The page of a search: box, account of what was found, hits, filters.</summary>
internal static class SearchPage
{
    /// <summary>The page.</summary>
    public static Html Render(SearchView view)
    {
        var title = view.Text.Length == 0 ? view.Words.Text("page.all") : view.Words.Text("page.search", ("query", view.Text));
        return (view.Frame with { Feed = Feed(view) }).Render(title, Html.Of($"""
            <h1 class="{(view.Text.Length == 0 ? "lead" : "visually-hidden")}">{Heading(view)}</h1>
            {SearchForm.Render(view)}
            {FilterView.Unfold(view)}
            <div class="columns">
            <section class="results" id="results" aria-label="{view.Words.Say("page.results")}" tabindex="-1">
            <div class="summary">{SearchSummary.Count(view)}{SearchForm.Sort(view)}</div>
            {SearchSummary.Interpretation(view)}
            {SearchSummary.Synonyms(view)}
            {SearchSummary.AlsoWeighed(view)}
            {SearchSummary.Notices(view)}
            {FilterView.Selected(view)}
            {BestBetView.Render(view)}
            {(view.Response.Total == 0 ? EmptyState.Render(view) : HitView.List(view))}
            {Paging.Render(view)}
            {(view.Response.Total == 0 ? Html.None : Exports(view))}
            </section>
            {FilterView.Panel(view)}
            </div>
            """), Skips(view));
    }

    private static (string Anchor, string Label)[] Skips(SearchView view)
        => FilterView.IsShown(view)
            ? [("results", view.Words.Text("skip.results")), ("filters", view.Words.Text("skip.filters"))]
            : [("results", view.Words.Text("skip.results"))];

    private static Html Heading(SearchView view)
        => view.Text.Length == 0
            ? view.Words.Count("page.heading", view.Snapshot.Identity.Documents)
            : view.Words.Say("page.heading.search", ("query", SearchSummary.Typed(view.Text)));

    private static Html Exports(SearchView view)
    {
        var csv = view.Address.At(view.Frame.Root + "/v1/search.csv").Without("per_page").With("bom", "true");
        var json = view.Address.At(view.Frame.Root + "/v1/search");
        return Html.Of($"""
            <p class="quiet">{view.Words.Say(
                "page.exports",
                ("csv", Link(csv.ToString(), view.Words.Say("page.csv"))),
                ("json", Link(json.ToString(), view.Words.Say("page.json"))),
                ("atom", Link(Feed(view), view.Words.Say("page.atom"))))}</p>
            """);
    }

    private static Html Link(string address, Html label) => Html.Of($"""<a href="{address}" rel="nofollow">{label}</a>""");

    private static string Feed(SearchView view) => view.Address.At(view.Frame.Root + AtomEndpoint.Path).Without("per_page").ToString();
}
