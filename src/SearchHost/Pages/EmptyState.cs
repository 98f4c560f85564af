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
        if (view.Response.Total > 0 && view.Request.PerPage > 0)
        {
            return PastTheEnd(view);
        }

        return Html.Of($"""
            <div class="message"><h2>{view.Words.Say("empty.try")}</h2>
            <ul>{Ways(view).Select(way => Html.Of($"<li>{way}</li>"))}</ul></div>
            """);
    }

    /// <summary>There are results, but not on this page.</summary>
    private static Html PastTheEnd(SearchView view)
    {
        var last = (int)Math.Min((view.Response.Total + view.Request.PerPage - 1) / view.Request.PerPage, int.MaxValue);
        var (first, final) = (view.Words.Say("empty.page.first"), view.Words.Say("empty.page.last", ("page", view.Words.Number(last))));
        return Html.Of($"""
            <div class="message"><h2>{view.Words.Count("empty.page", last)}</h2>
            <ul><li>{Link(view.Address.Page(last), final)}</li><li>{Link(view.Address.Page(1), first)}</li></ul></div>
            """);
    }

    private static Html Link(string address, Html label) => Html.Of($"""<a href="{address}">{label}</a>""");

    private static IEnumerable<Html> Ways(SearchView view)
    {
        var (words, address) = (view.Words, view.Address);
        if (view.Response.DidYouMean is { } meant)
        {
            yield return words.Say("empty.meant", ("meant", Link(address.Setting("q", meant).ToString(), Html.Text(meant))));
        }

        if (view.Request.Filters.Count > 0 && view.Response.UnfilteredTotal > 0)
        {
            var link = Link(view.Facets.Clearing(), words.Say("empty.filters.link"));
            yield return words.Count("empty.filters", view.Response.UnfilteredTotal, ("link", link));
        }

        if (view.Request.In.Count > 0)
        {
            yield return words.Say("empty.in", ("link", Link(address.Without("in").ToString(), words.Say("empty.in.link"))));
        }

        if (view.Text.Contains('"', StringComparison.Ordinal))
        {
            var unquoted = address.Setting("q", view.Text.Replace("\"", "", StringComparison.Ordinal)).ToString();
            yield return words.Say("empty.quotes", ("link", Link(unquoted, words.Say("empty.quotes.link"))));
        }

        if (view.Request.Match == MatchMode.All)
        {
            yield return words.Say("empty.any", ("link", Link(address.Setting("match", "any").ToString(), words.Say("empty.any.link"))));
        }

        yield return words.Say("empty.spelling");
        yield return Link(view.Frame.Root + SearchAddress.AllProposals, words.Count("empty.browse", view.Snapshot.Identity.Documents));
    }
}
