using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Pages.Years;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The panel of facets: what the results can be narrowed to.</summary>
internal static class FilterView
{
    private const int FacetsOpen = 3;
    private const string Switch = "show-filters";

    /// <summary>The first facets open, others folded unless a value is chosen; nothing where there is none.</summary>
    public static Html Panel(SearchView view)
    {
        if (!IsShown(view))
        {
            return Html.None;
        }

        return Html.Of($"""
            <aside class="filters" id="filters" aria-labelledby="filters-title" tabindex="-1">
            <h2 id="filters-title">{view.Words.Say("filters.title")}</h2>
            {Facets(view).Select((facet, at) => FacetView.Render(view, facet, at < FacetsOpen))}
            <p class="done"><label class="button" for="{Switch}">{view.Words.Count("filters.done", view.Response.Total)}</label></p>
            </aside>
            """);
    }

    /// <summary>On narrow screens, where the panel is folded away, what unfolds it: a box that is ticked, so without scripts.</summary>
    public static Html Unfold(SearchView view)
    {
        var chosen = view.Request.Filters.Sum(filter => filter.Include.Count + filter.Exclude.Count + (filter.Range is null ? 0 : 1));
        var label = chosen == 0 ? view.Words.Say("filters.open") : view.Words.Count("filters.open.chosen", chosen);
        return !IsShown(view) ? Html.None : Html.Of($"""
            <input type="checkbox" class="unfold" id="{Switch}"><label class="unfold-label" for="{Switch}">{label}</label>
            """);
    }

    /// <summary>Whether there is a panel.</summary>
    public static bool IsShown(SearchView view) => Facets(view).Count > 0;

    /// <summary>What a value is called.</summary>
    public static string Label(SearchView view, string field, string value)
    {
        var values = view.Response.Facets.FirstOrDefault(facet => facet.Field == field)?.Values ?? [];
        var label = values.FirstOrDefault(known => known.Value == value)?.Label ?? value;
        return value == FacetFilter.Missing ? view.Words.Text("filters.missing") : FacetView.Name(label);
    }

    private static List<FacetResult> Facets(SearchView view)
    {
        var hasFigure = YearCard.IsShown(view);
        return [.. view.Response.Facets.Where(facet => Narrows(view, facet) && !(hasFigure && facet.Field == YearSeries.Field))];
    }

    /// <summary>
    /// Whether a value is chosen or leaves fewer results: one that all of them have, or all lack, narrows nothing. Where results lack
    /// words, counts are not of those alone, and any value may narrow them.
    /// </summary>
    private static bool Narrows(SearchView view, FacetResult facet)
    {
        var counts = facet.Values.Select(static value => value.Count).Append(facet.Missing).Where(static count => count > 0);
        return facet.Other > 0
            || view.Request.Filters.Any(filter => filter.Field == facet.Field)
            || counts.Any(count => count != view.Response.Total || view.Response.PartialTotal > 0);
    }
}
