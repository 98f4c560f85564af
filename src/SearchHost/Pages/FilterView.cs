using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Filters: those that are set, and those that could be.</summary>
internal static class FilterView
{
    private const int ValuesAtFirst = 8;
    private const int FacetsOpen = 3;
    private const string Switch = "show-filters";

    /// <summary>The filters that are set, each with a link that takes it back.</summary>
    public static Html Selected(SearchView view)
    {
        var chips = view.Request.Filters.SelectMany(filter => Chips(view, filter)).ToList();
        if (chips.Count == 0)
        {
            return Html.None;
        }

        var clear = chips.Count < 2 && view.HasFilterLinks
            ? Html.None
            : Html.Of($"""
                <li><a class="clear" href="{view.Facets.Clearing()}" rel="nofollow">{view.Words.Say("filters.clear")}</a></li>
                """);
        return Html.Of($"""<ul class="chips" aria-label="{view.Words.Say("filters.used")}">{chips}{clear}</ul>""");
    }

    /// <summary>The panel with the values to choose from: the first facets open, others folded unless a value is chosen.</summary>
    public static Html Panel(SearchView view)
    {
        if (!IsShown(view))
        {
            return Html.None;
        }

        var facets = view.Response.Facets.Where(HasValues).ToList();
        return Html.Of($"""
            <aside class="filters" id="filters" aria-labelledby="filters-title" tabindex="-1">
            <h2 id="filters-title">{view.Words.Say("filters.title")}</h2>
            {facets.Select((facet, at) => Facet(view, facet, at < FacetsOpen))}
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
    public static bool IsShown(SearchView view) => view.Response.Facets.Any(HasValues);

    /// <summary>What a value is called, where the response lists it.</summary>
    public static string Label(SearchView view, string field, string value)
    {
        var values = view.Response.Facets.FirstOrDefault(facet => facet.Field == field)?.Values ?? [];
        return value == FacetFilter.Missing ? view.Words.Text("filters.missing")
            : values.FirstOrDefault(known => known.Value == value)?.Label ?? value;
    }

    private static bool HasValues(FacetResult facet) => facet.Values.Count > 0 || facet.Missing > 0;

    private static IEnumerable<Html> Chips(SearchView view, FacetFilter filter)
    {
        var label = view.Snapshot.Facets[filter.Field].Label;
        foreach (var value in filter.Include)
        {
            yield return Chip(view, label, Label(view, filter.Field, value), () => view.Facets.Removing(filter.Field, value));
        }

        if (filter.Range is { } range)
        {
            yield return Chip(view, label, RangeText(view, range), () => view.Facets.Removing(filter.Field, SearchAddress.Range(range)));
        }

        foreach (var value in filter.Exclude)
        {
            var excluded = view.Words.Text("filters.not", ("value", Label(view, filter.Field, value)));
            yield return Chip(view, label, excluded, () => view.Facets.Readmitting(filter.Field, value));
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
            <span class="visually-hidden">{view.Words.Say("filters.remove")} </span>{field}: {value}
            <span class="cross" aria-hidden="true">×</span></a></li>
            """)
        : Html.Of($"""<li><span class="chip">{field}: {value}</span></li>""");

    private static Html Facet(SearchView view, FacetResult facet, bool isOpen)
    {
        var most = facet.Values.Select(value => value.Count).Append(facet.Missing).Max();
        var values = facet.Values.Select(value => Value(view, facet, value.Value, value.Label, value.Count, most)).ToList();
        if (facet.Missing > 0 || facet.MissingSelected)
        {
            values.Add(Value(view, facet, FacetFilter.Missing, view.Words.Text("filters.missing"), facet.Missing, most));
        }

        // One more value takes no more room than the offer to show it.
        var shown = facet.Type == FacetType.Number || values.Count <= ValuesAtFirst + 1 ? values.Count : ValuesAtFirst;
        var content = Html.Of($"""
            <ul>{values.Take(shown)}</ul>
            {(shown < values.Count ? More(view, facet, [.. values.Skip(shown)]) : Other(view, facet))}
            """);
        return isOpen || facet.MissingSelected || facet.Values.Any(value => view.Facets.Includes(facet.Field, value.Value))
            ? Html.Of($"""<section class="facet"><h3>{facet.Label}</h3>{content}</section>""")
            : Html.Of($"""<details class="facet"><summary><h3>{facet.Label}</h3></summary>{content}</details>""");
    }

    private static Html More(SearchView view, FacetResult facet, IReadOnlyList<Html> values) => Html.Of($"""
        <details><summary>{view.Words.Count("filters.more", values.Count)}
        <span class="visually-hidden">{view.Words.Say("filters.more.of", ("facet", facet.Label))}</span></summary>
        <ul>{values}</ul>{Other(view, facet)}</details>
        """);

    private static Html Value(SearchView view, FacetResult facet, string value, string label, long count, long most)
    {
        var selected = view.Facets.Includes(facet.Field, value);
        var say = view.HasFilterLinks ? "filters.selected.link" : "filters.selected";
        var state = selected ? Html.Of($"""<span class="visually-hidden"> ({view.Words.Say(say)})</span>""") : Html.None;
        var width = most == 0 ? 0 : count * 100 / most;
        var shown = Html.Of($"""
            <span class="label">{label}{state}</span> <span class="n">{view.Words.Number(count)}</span>
            <svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="{width}" height="2"/></svg>
            """);
        var style = selected ? "value on" : "value";
        return view.HasFilterLinks
            ? Html.Of($"""<li><a href="{Address(view, facet.Field, value, selected)}" rel="nofollow" class="{style}">{shown}</a></li>""")
            : Html.Of($"""<li><span class="{style}">{shown}</span></li>""");
    }

    private static string Address(SearchView view, string field, string value, bool selected)
        => selected ? view.Facets.Removing(field, value) : view.Facets.Adding(field, value);

    private static Html Other(SearchView view, FacetResult facet)
        => facet.Other == 0 ? Html.None : Html.Of($"""<p class="quiet">{view.Words.Count("filters.other", facet.Other)}</p>""");
}
