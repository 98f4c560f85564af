using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Sharing;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The page of a search: box, account of what was found, hits, filters.</summary>
internal static class SearchPage
{
    /// <summary>The page.</summary>
    public static Html Render(SearchView view) =>
        (view.Frame.BelowSearch with { Feed = Feed(view), About = About(view) }).Render(Title(view), Html.Of($"""
            {SearchForm.Render(view)}
            {SearchSummary.Notices(view)}
            <div class="summary"><div class="count" role="status"><h1>{Found.Sentence(view)}</h1></div>
            {SearchForm.Sort(view)}{(view.Response.Total == 0 ? Html.None : Exports(view))}</div>
            {FilterView.Unfold(view)}
            {ChipView.Set(view)}
            {ChipView.Offered(view)}
            <div class="columns search{(FilterView.IsShown(view) ? "" : " alone")}">
            {FilterView.Panel(view)}
            <section class="results" id="results" aria-label="{view.Words.Say("page.results")}" tabindex="-1">
            {YearCard.Render(view)}
            {BestBetView.Render(view)}
            {(view.Response.Hits.Count == 0 && view.Response.BestBets.Count == 0 ? EmptyState.Render(view) : HitView.List(view))}
            {Paging.Render(view)}
            {SearchSummary.How(view)}
            </section>
            </div>
            """), Skips(view));

    /// <summary>The window's title: what was searched for, and how much was found, since that is what is read out first.</summary>
    private static string Title(SearchView view) => view.Text.Length == 0
        ? view.Words.Text("page.all")
        : view.Words.Text("page.search", ("query", view.Text), ("count", view.Words.Number(view.Response.Total)));

    /// <summary>
    /// What others are told of the results: of a word that proposals have, and nothing else. There is no end of filters, orders and pages,
    /// and a page for words that nobody wrote would be listed for the sake of those words.
    /// </summary>
    private static PageAbout? About(SearchView view)
    {
        var (request, response) = (view.Request, view.Response);
        var isPlain = request is { Page: 1, Cursor: null } && view.Address.Parameters is [{ Name: "q" }];
        var isFound = response.Total > 0 && !response.Query.Relaxed && response.Query.Corrected is null;
        return !isPlain || !isFound ? null
            : new PageAbout(view.Address.At("/").ToString(), string.Join(" · ", response.Hits.Select(static hit => hit.Title)), "website");
    }

    private static (string Anchor, string Label)[] Skips(SearchView view)
        => FilterView.IsShown(view)
            ? [("results", view.Words.Text("skip.results")), ("filters", view.Words.Text("skip.filters"))]
            : [("results", view.Words.Text("skip.results"))];

    private static Html Exports(SearchView view)
    {
        var csv = view.Address.At(view.Frame.Root + "/v1/search.csv").Without("per_page").With("bom", "true");
        return Html.Of($"""
            <p class="exports"><a href="{csv.ToString()}" rel="nofollow">{view.Words.Say("page.csv")}</a>
            <a href="{Feed(view)}" rel="nofollow">{view.Words.Say("page.atom")}</a></p>
            """);
    }

    private static string Feed(SearchView view) => view.Address.At(view.Frame.Root + AtomEndpoint.Path).Without("per_page").ToString();
}
