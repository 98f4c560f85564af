using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>The page with all values of a facet.</summary>
internal static class FacetPage
{
    /// <summary>The page.</summary>
    public static Html Render(PageFrame frame, SearchQuery query, FacetListing listing)
    {
        var search = SearchAddress.OfPage(frame.Root, query);
        var facet = listing.Facet;
        var text = query.Request.Text.Trim();
        var heading = text.Length == 0 ? Html.Text(facet.Label)
            : frame.Words.Say("facet.of-search", ("facet", facet.Label), ("query", SearchSummary.Typed(text)));
        return frame.BelowSearch.Render(facet.Label, Html.Of($"""
            <p class="back"><a href="{search.ToString()}">{frame.Words.Say("facet.back")}</a></p>
            <h1>{heading}</h1>
            {Form(frame, search, listing)}
            {Orders(frame, search, listing)}
            {Values(frame.Words, query, search, listing)}
            {More(frame.Words, listing)}
            """));
    }

    private static Html Form(PageFrame frame, SearchAddress search, FacetListing listing)
    {
        var order = listing.ByName ? Html.Of($"""<input type="hidden" name="{FacetPageEndpoint.Order}" value="name">""") : Html.None;
        return Html.Of($"""
            <form class="find" role="search" action="{PathOf(frame, listing)}" method="get">
            {search.Parameters.Select(static one => Html.Of($"""<input type="hidden" name="{one.Name}" value="{one.Value}">"""))}{order}
            <label for="find">{frame.Words.Say("facet.find-in", ("facet", listing.Facet.Label))}</label>
            <div class="box"><input type="search" id="find" name="{FacetPageEndpoint.Find}" value="{listing.Find}" autocomplete="off">
            <button type="submit">{frame.Words.Say("facet.find")}</button></div></form>
            """);
    }

    private static Html Orders(PageFrame frame, SearchAddress search, FacetListing listing)
    {
        var here = search.At(PathOf(frame, listing));
        var found = listing.Find.Length == 0 ? here : here.With(FacetPageEndpoint.Find, listing.Find);
        var byName = found.With(FacetPageEndpoint.Order, FacetPageEndpoint.ByName);
        return Html.Of($"""
            <p class="orders">{frame.Words.Say("sort.label")}: {Order(found, frame.Words.Say("facet.by-count"), !listing.ByName)}
            {Order(byName, frame.Words.Say("facet.by-name"), listing.ByName)}</p>
            """);
    }

    private static Html Order(SearchAddress address, Html label, bool isHere)
    {
        var here = isHere ? Html.Of($" aria-current=\"true\"") : Html.None;
        return Html.Of($"""<a href="{address.ToString()}" rel="nofollow"{here}>{label}</a>""");
    }

    private static Html Values(Words words, SearchQuery query, SearchAddress search, FacetListing listing)
    {
        var facet = listing.Facet;
        var addresses = new FacetAddress(search, query.Request.Filters);
        var filter = query.Request.Filters.FirstOrDefault(filter => filter.Field == facet.Field);
        var values = Listed(listing);
        var most = values.Select(static value => value.Count).DefaultIfEmpty().Max();
        var view = new FacetValueView(addresses, facet.Field, "", filter, most, addresses.Fits(2 * (values.Count + 1)), words)
        {
            Separator = facet.Separator,
        };
        var tree = new FacetTree(values);
        var branches = new FacetBranches(view, tree);
        var missing = new FacetValue(FacetFilter.Missing, words.Text("filters.missing"), facet.Missing, facet.MissingSelected);
        var hasMissing = listing.Find.Length == 0 && (facet.Missing > 0 || facet.MissingSelected);
        return values.Count == 0 && !hasMissing
            ? Html.Of($"""<p class="message">{words.Say("facet.none")}</p>""")
            : Html.Of($"""
                <div class="facet all">
                <ul>{tree.Highest.Select(branches.Render)}{(hasMissing ? view.Render(missing) : Html.None)}</ul></div>
                """);
    }

    private static List<FacetValue> Listed(FacetListing listing) => !listing.ByName ? [.. listing.Facet.Values]
        : [.. listing.Facet.Values.OrderBy(static value => value.Label, NameOrder).Take(FacetPageEndpoint.MostShown)];

    private static Html More(Words words, FacetListing listing) => Untold(listing) is > 0 and var more
        ? Html.Of($"""<p class="quiet">{words.Count("facet.more", more)}</p>""")
        : Html.None;

    private static long Untold(FacetListing listing) =>
        listing.Facet.Other + (listing.ByName ? Math.Max(0, listing.Facet.Values.Count - FacetPageEndpoint.MostShown) : 0);

    private static StringComparer NameOrder { get; } = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase);

    private static string PathOf(PageFrame frame, FacetListing listing) =>
        $"{frame.Root}{FacetPageEndpoint.Path}/{Uri.EscapeDataString(listing.Facet.Field)}";
}
