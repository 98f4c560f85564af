using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>One facet of the panel: its most frequent values, those that are chosen, and the way to all others.</summary>
internal static class FacetView
{
    private const int ValuesAtFirst = 5;
    private const int LongestName = 60;

    // Of so many values in all, none is folded away below another.
    private const int FewInAll = 10;

    // So many more values take no more room than the offer to show them.
    private const int AsWell = 2;

    /// <summary>The facet.</summary>
    /// <param name="view">The search.</param>
    /// <param name="facet">Its counts.</param>
    /// <param name="isOpen">Whether it is unfolded in any case; one with a chosen value always is.</param>
    public static Html Render(SearchView view, FacetResult facet, bool isOpen)
    {
        var filter = view.Request.Filters.FirstOrDefault(filter => filter.Field == facet.Field);
        var tree = new FacetTree(facet.Values);
        var most = facet.Values.Select(static value => value.Count).DefaultIfEmpty().Max();
        var values = new FacetValueView(view.Facets, facet.Field, Anchor(view, facet.Field), filter, most, view.HasFilterLinks, view.Words)
        {
            Separator = facet.Separator,
        };
        var branches = new FacetBranches(values, tree);
        var all = facet.Values.Count + facet.Other;
        branches = branches with { IsFolded = all > FewInAll, Shown = below => Shown(branches, below, facet) };
        var shown = Shown(branches, tree.Highest, facet);
        var content = Html.Of($"""
            <ul>{shown.Select(branches.Render)}{Missing(view, values, facet, filter)}</ul>
            {(all > shown.Sum(branches.Count) ? More(view, facet, all) : Html.None)}
            """);
        var id = Anchor(view, facet.Field);
        return isOpen || filter is not null
            ? Html.Of($"""<section class="facet" id="{id}"><h3>{facet.Label}</h3>{content}</section>""")
            : Html.Of($"""<details class="facet" id="{id}"><summary><h3>{facet.Label}</h3></summary>{content}</details>""");
    }

    /// <summary>A value for people, cut short where it is as long as a question.</summary>
    public static string Name(string label) => ShortText.Of(NameForPeople.Of(label), LongestName);

    /// <summary>The address of the page with all values of a facet among the matches of a search.</summary>
    public static string AllValues(SearchView view, string field) =>
        view.Address.At($"{view.Frame.Root}{FacetPageEndpoint.Path}/{Uri.EscapeDataString(field)}").ToString();

    /// <summary>The anchor of a facet of the panel.</summary>
    public static string Anchor(SearchView view, string field)
    {
        var at = view.Snapshot.Index.Metadata.Facets.TakeWhile(facet => facet.Field != field).Count();
        return "facet-" + at.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The first values; of few all; and those that are chosen, or have one below them that is.</summary>
    private static IReadOnlyList<FacetValue> Shown(FacetBranches branches, IReadOnlyList<FacetValue> values, FacetResult facet)
    {
        var isShort = facet.Other == 0 && values.Count <= ValuesAtFirst + AsWell;
        return isShort || (facet.Type == FacetType.Number && facet.Other == 0 && values.Count <= 2 * ValuesAtFirst)
            ? values
            : [.. values.Where((value, at) => at < ValuesAtFirst || branches.Tree.Has(value, static one => one.Selected))];
    }

    /// <summary>"Not stated" is always there; its bar would make those of the values too small to compare.</summary>
    private static Html Missing(SearchView view, FacetValueView values, FacetResult facet, FacetFilter? filter)
    {
        var isNamed = facet.MissingSelected || filter?.Exclude.Contains(FacetFilter.Missing, StringComparer.Ordinal) == true;
        return facet.Missing > 0 || isNamed
            ? values.Render(
                new FacetValue(FacetFilter.Missing, view.Words.Text("filters.missing"), facet.Missing, facet.MissingSelected))
            : Html.None;
    }

    private static Html More(SearchView view, FacetResult facet, int all) => Html.Of($"""
        <p class="more"><a href="{AllValues(view, facet.Field)}" rel="nofollow">{view.Words.Count("filters.all", all)}
        <span class="visually-hidden">{view.Words.Say("filters.all.of", ("facet", facet.Label))}</span></a></p>
        """);
}
