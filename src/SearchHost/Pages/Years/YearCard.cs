using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Pages.Years;

/// <summary>The figure of years above the results of a search.</summary>
internal static class YearCard
{
    /// <summary>The figure; nothing where there are no two years to compare.</summary>
    public static Html Render(SearchView view)
    {
        if (!IsShown(view))
        {
            return Html.None;
        }

        var filter = Filter(view);
        var figure = new YearFigure(view.Series, view.HasFilterLinks ? span => Link(view, span) : null, filter is not null, view.Words);
        return Html.Of($"""
            <section class="figure" id="years" aria-label="{view.Words.Say("years.title")}">
            <p class="head"><span>{Title(view)}</span> <a href="{Trend(view)}" rel="nofollow">{view.Words.Say("years.trend")}</a></p>
            {figure.Bars()}
            {Missing(view)}
            <details><summary>{view.Words.Say("years.range")}</summary>
            {figure.Range(view.Frame.Root, view.Address)}{figure.Table()}</details>
            </section>
            """);
    }

    /// <summary>
    /// Whether there is a figure; then the years need no place among the facets. Where nothing was found in any year there is none, unless
    /// years are chosen, which it lets others be chosen instead of.
    /// </summary>
    public static bool IsShown(SearchView view) => Facet(view) is { } facet && view.Series.IsShown
        && (Filter(view) is not null || facet.Values.Any(static value => value.Count > 0));

    /// <summary>The years of what was found; the view of a search keeps it.</summary>
    public static YearSeries Series(SearchView view) =>
        Facet(view) is { } facet ? YearSeries.Of(view.Years, YearSeries.Counts(facet), Filter(view)) : YearSeries.None;

    private static FacetResult? Facet(SearchView view) =>
        view.Response.Facets.FirstOrDefault(static facet => facet.Field == YearSeries.Field);

    private static FacetFilter? Filter(SearchView view) =>
        view.Request.Filters.FirstOrDefault(static filter => filter.Field == YearSeries.Field);

    /// <summary>Chooses a year beside those that are chosen, or takes it back; of years that share a bar, the range.</summary>
    private static string Link(SearchView view, YearSpan span)
    {
        var isAlone = Filter(view) is { Range: { } range } && SearchAddress.Range(range) == span.Value;
        if (isAlone || view.Facets.Includes(YearSeries.Field, span.Value))
        {
            return view.Facets.Removing(YearSeries.Field, span.Value);
        }

        return span.From == span.To
            ? view.Facets.Adding(YearSeries.Field, span.Value)
            : view.Facets.Ranging(YearSeries.Field, span.Value);
    }

    /// <summary>Which share of all proposals was found, whatever their years.</summary>
    private static Html Title(SearchView view)
    {
        var isWhole = view.Request.Filters.All(static filter => filter.Field == YearSeries.Field);
        var facet = Facet(view)!;
        var found = facet.Values.Sum(static value => value.Count) + facet.Missing;
        if (view.Text.Length == 0 || !isWhole || found == 0)
        {
            return Html.Of($"<strong>{view.Words.Say("years.title")}</strong>");
        }

        var share = Html.Of($"<strong>{Shares.Of(view.Words, found, view.Snapshot.Identity.Documents)}</strong>");
        return view.Words.Say(Found.IsSaid(view) ? "years.share.say" : "years.share.match", ("share", share), ("query", Found.Typed(view)));
    }

    private static Html Missing(SearchView view)
    {
        var facet = Facet(view)!;
        if (facet.Missing == 0 && !facet.MissingSelected)
        {
            return Html.None;
        }

        var address = facet.MissingSelected
            ? view.Facets.Removing(YearSeries.Field, FacetFilter.Missing)
            : view.Facets.Adding(YearSeries.Field, FacetFilter.Missing);
        var chosen = facet.MissingSelected ? Html.Of($" ({view.Words.Say("filters.selected.link")})") : Html.None;
        var text = Html.Of($"{view.Words.Count("years.missing", facet.Missing)}{chosen}");
        return view.HasFilterLinks
            ? Html.Of($"""<p class="quiet missing-years"><a href="{address}" rel="nofollow">{text}</a></p>""")
            : Html.Of($"""<p class="quiet missing-years">{text}</p>""");
    }

    private static string Trend(SearchView view) =>
        view.Address.At(view.Frame.Root + "/trends").Without(ParameterNames.ForFilter(YearSeries.Field)).Without("sort").Without("per_page")
            .ToString();
}
