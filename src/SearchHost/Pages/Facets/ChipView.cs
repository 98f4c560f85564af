using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>All that narrows a search, each with a link that takes it back; and what more could be meant.</summary>
internal static class ChipView
{
    /// <summary>What is set; nothing where nothing is.</summary>
    public static Html Set(SearchView view)
    {
        var chips = OfWords(view).Concat(view.Request.Filters.SelectMany(filter => Of(view, filter))).ToList();
        if (chips.Count == 0)
        {
            return Html.None;
        }

        var clear = view.Request.Filters.Count == 0 || (chips.Count < 2 && view.HasFilterLinks)
            ? Html.None
            : Html.Of($"""
                <li><a class="clear" href="{view.Facets.Clearing()}" rel="nofollow">{view.Words.Say("filters.clear")}</a></li>
                """);
        return Html.Of($"""<ul class="chips" id="chips" aria-label="{view.Words.Say("filters.used")}">{chips}{clear}</ul>""");
    }

    /// <summary>Years, places and other values among the words of the query, as filters.</summary>
    public static Html Offered(SearchView view)
    {
        var filters = view.Response.SuggestedFilters;
        return filters.Count == 0 ? Html.None : Html.Of($"""
            <ul class="chips offered" aria-label="{view.Words.Say("filters.offered")}">{filters.Select(filter => Offer(view, filter))}</ul>
            """);
    }

    private static Html Offer(SearchView view, SuggestedFilter filter)
    {
        var named = Html.Of($"{filter.Label} <strong>{FacetView.Name(filter.Value)}</strong>");
        return Html.Of($"""
            <li><a class="chip" href="{view.Address.Filtered(filter).ToString()}" rel="nofollow">
            {view.Words.Say("filters.only", ("filter", named))} <span class="n">{view.Words.Number(filter.Count)}</span></a></li>
            """);
    }

    private static IEnumerable<Html> OfWords(SearchView view)
    {
        foreach (var id in view.Request.In)
        {
            var place = SearchForm.Place(view, id);
            yield return Chip(view, view.Words.Text("filters.in"), place, () => view.Address.Without("in", id).ToString());
        }

        if (view.Text.Length > 0 && view.Request.Match != MatchMode.Auto)
        {
            var words = view.Words.Text(view.Request.Match == MatchMode.All ? "filters.words.all" : "filters.words.any");
            yield return Chip(view, view.Words.Text("filters.words"), words, () => view.Address.Without("match").ToString());
        }

        if (view.Text.Length > 0 && view.Request.Exact)
        {
            var exact = view.Words.Text("filters.words.exact");
            yield return Chip(view, view.Words.Text("filters.words"), exact, () => view.Address.Without("exact").ToString());
        }
    }

    private static IEnumerable<Html> Of(SearchView view, FacetFilter filter)
    {
        var label = view.Snapshot.Facets[filter.Field].Label;
        foreach (var value in filter.Include)
        {
            var name = FilterView.Label(view, filter.Field, value);
            yield return Chip(view, label, name, () => view.Facets.Removing(filter.Field, value));
        }

        if (filter.Range is { } range)
        {
            yield return Chip(view, label, RangeText(view, range), () => view.Facets.Removing(filter.Field, SearchAddress.Range(range)));
        }

        foreach (var value in filter.Exclude)
        {
            var name = view.Words.Text("filters.not", ("value", FilterView.Label(view, filter.Field, value)));
            yield return Chip(view, label, name, () => view.Facets.Readmitting(filter.Field, value));
        }
    }

    private static string RangeText(SearchView view, NumberRange range)
    {
        var from = range.From?.ToString(CultureInfo.InvariantCulture) ?? "";
        var to = range.To?.ToString(CultureInfo.InvariantCulture) ?? "";
        var key = from.Length == 0 ? "filters.to" : to.Length == 0 ? "filters.from" : "filters.range";
        return view.Words.Text(key, ("from", from), ("to", to));
    }

    private static Html Chip(SearchView view, string field, string value, Func<string> remove) => view.HasFilterLinks
        ? Html.Of($"""
            <li><a class="chip" href="{remove()}" rel="nofollow">
            <span class="visually-hidden">{view.Words.Say("filters.remove")} </span>{field}
            <strong>{value}</strong> <span class="cross" aria-hidden="true">×</span></a></li>
            """)
        : Html.Of($"""<li><span class="chip">{field} <strong>{value}</strong></span></li>""");
}
