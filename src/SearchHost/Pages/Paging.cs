using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Links to the other pages of a result.</summary>
internal static class Paging
{
    private const int Around = 2;
    private static readonly Html Here = Html.Of($" aria-current=\"page\"");

    /// <summary>The links; nothing where there is one page only.</summary>
    public static Html Render(SearchView view)
    {
        var perPage = Math.Max(1, view.Request.PerPage);
        var last = (int)Math.Min((view.Response.Total + perPage - 1) / perPage, SearchLimits.Window / perPage);
        if (last < 2)
        {
            return Html.None;
        }

        var here = view.Request.Page;
        return Html.Of($"""
            <nav class="paging" aria-label="{view.Words.Say("paging.label")}"><ul>
            {(here > 1 ? Step(view, Math.Min(here - 1, last), "prev", "paging.previous") : Html.None)}
            {Numbers(here, last).Select(page => Number(view, page))}
            {(here < last ? Step(view, here + 1, "next", "paging.next") : Html.None)}
            </ul></nav>
            """);
    }

    /// <summary>The pages to show: the first, the last, those around this one; 0 stands for a gap.</summary>
    public static IEnumerable<int> Numbers(int here, int last)
    {
        var before = 0;
        for (var page = 1; page <= last; page++)
        {
            if (page != 1 && page != last && Math.Abs((long)page - here) > Around)
            {
                page = page < here ? (int)Math.Min(here - Around, last) - 1 : last - 1;
                continue;
            }

            if (page > before + 1)
            {
                yield return page == before + 2 ? before + 1 : 0;
            }

            yield return page;
            before = page;
        }
    }

    private static Html Number(SearchView view, int page)
    {
        if (page == 0)
        {
            return Html.Of($"""<li class="gap" aria-hidden="true">…</li>""");
        }

        var here = page == view.Request.Page ? Here : Html.None;
        return Html.Of($"""
            <li><a href="{view.Address.Page(page)}"{here}>
            <span class="visually-hidden">{view.Words.Say("paging.page")} </span>{view.Words.Number(page)}</a></li>
            """);
    }

    private static Html Step(SearchView view, int page, string relation, string key)
    {
        var address = view.Address.Page(page);
        return Html.Of($"""
            <li><a class="{relation}" rel="{relation}" href="{address}">{view.Words.Say(key)}</a></li>
            """);
    }
}
