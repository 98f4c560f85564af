using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What to try when nothing was found.</summary>
internal static class EmptyState
{
    /// <summary>The ways on, the most promising first.</summary>
    public static Html Render(SearchView view)
    {
        return Html.Of($"""
            <div class="message"><h2>Nothing was found</h2>
            <p>Some things to try:</p>
            <ul>{Ways(view).Select(way => Html.Of($"<li>{way}</li>"))}</ul></div>
            """);
    }

    private static Html Link(SearchAddress address, string label) => Html.Of($"""<a href="{address.ToString()}">{label}</a>""");

    private static IEnumerable<Html> Ways(SearchView view)
    {
        if (view.Response.DidYouMean is { } meant)
        {
            yield return Html.Of($"""Search for {Link(view.Address.Setting("q", meant), meant)} instead.""");
        }

        if (view.Request.Filters.Count > 0 && view.Response.UnfilteredTotal > 0)
        {
            var (clearing, without) = (view.Facets.Clearing(), view.Response.UnfilteredTotal);
            yield return Html.Of($"""<a href="{clearing}">Remove the filters</a>: {without:N0} proposals match without them.""");
        }

        if (view.Request.In.Count > 0)
        {
            yield return Html.Of($"""{Link(view.Address.Without("in"), "Look in everything")}, not only in the chosen answers.""");
        }

        if (view.Text.Contains('"', StringComparison.Ordinal))
        {
            var unquoted = view.Address.Setting("q", view.Text.Replace("\"", "", StringComparison.Ordinal));
            yield return Html.Of($"""{Link(unquoted, "Search without the quotes")}, for the words in any form and order.""");
        }

        if (view.Request.Match == MatchMode.All)
        {
            yield return Html.Of($"""{Link(view.Address.Setting("match", "any"), "Search for any of the words")}, rather than all.""");
        }

        yield return Html.Of($"Check the spelling, or use fewer or more common words.");
        yield return Html.Of($"""<a href="{view.Frame.Root}/">Browse all {view.Snapshot.Identity.Documents:N0} proposals</a>.""");
    }
}
