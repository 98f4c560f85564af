using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>
/// The start page: what the archive is, how large, since when; the box, searches to try, and ways in by value, year and question.
/// </summary>
internal static class StartPage
{
    /// <summary>Values of a facet that are shown at most.</summary>
    public const int Most = 8;

    // A facet of no more values divides the archive into parts that one can take in at a glance.
    private const int FewValues = 20;
    private const int LongestOnACard = 28;

    /// <summary>The page.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="facets">Counts of all proposals.</param>
    /// <param name="years">All proposals by year.</param>
    /// <param name="examples">Searches to try.</param>
    public static Html Render(
        PageFrame frame, IndexSnapshot snapshot, IReadOnlyList<FacetResult> facets, YearSeries years, IReadOnlyList<string> examples)
    {
        var answered = facets.FirstOrDefault(static facet => facet.Field == AnsweredFacet.Field);
        var values = facets.Where(static facet => facet.Field != AnsweredFacet.Field && facet.Type == FacetType.Text
            && facet.Values.Count > 1).ToList();
        var cards = values.FirstOrDefault(static facet => facet.Values.Count + facet.Other <= FewValues) ?? values.FirstOrDefault();
        var listed = answered is { Values.Count: > 1 } ? answered : values.FirstOrDefault(facet => facet != cards);
        return (frame with { Place = "/" }).Render(frame.Words.Text("start.window"), Html.Of($"""
            <div class="hero"><h1>{Heading(frame, snapshot, years)}</h1>
            <p class="lead">{Introduction(frame, snapshot)}</p>
            {SearchForm.RenderPlain(frame, "", snapshot)}
            {Examples(frame, examples)}</div>
            <div class="ways">
            <div>{(cards is null ? Html.None : Cards(frame, cards))}{Years(frame, years)}</div>
            <div>{(listed is null ? Html.None : Lines(frame, listed, "lines"))}</div>
            </div>
            """));
    }

    private static Html Heading(PageFrame frame, IndexSnapshot snapshot, YearSeries years)
    {
        var documents = snapshot.Identity.Documents;
        return !years.IsShown ? frame.Words.Count("summary.all", documents) : frame.Words.Count(
            "start.heading", documents, ("from", Text(years.Spans[0].From)), ("to", Text(years.Spans[^1].To)));
    }

    private static Html Introduction(PageFrame frame, IndexSnapshot snapshot) =>
        frame.Site.Introduction.Length > 0 ? Html.Text(frame.Site.Introduction)
        : frame.Words.Say(snapshot.Index.Metadata.Questions.Count > 0 ? "start.lead.questions" : "start.lead");

    private static Html Examples(PageFrame frame, IReadOnlyList<string> examples)
    {
        var links = examples.Select(text => Html.Of($"""<li><a href="{Search(frame, text)}">{text}</a></li>"""));
        return examples.Count == 0 ? Html.None : Html.Of($"""
            <p class="quiet" id="try">{frame.Words.Say("start.try")}</p><ul class="examples" aria-labelledby="try">{links}</ul>
            """);
    }

    /// <summary>
    /// A card for each value of a short name; sentences are found behind the way to all values. Where most names are long, lines hold them.
    /// </summary>
    private static Html Cards(PageFrame frame, FacetResult facet)
    {
        var highest = Highest(facet);
        var shown = highest.Where(static value => value.Label.Length <= LongestOnACard).Take(Most).ToList();
        return 2 * shown.Count < Math.Min(highest.Count, Most) ? Lines(frame, facet, "cards") : Html.Of($"""
            <section aria-labelledby="cards"><h2 id="cards">{facet.Label}</h2>
            {Missing(frame, facet)}<ul class="cards">{shown.Select(value => Html.Of($"""
                <li><a href="{Filter(frame, facet, value.Value)}"><strong>{FacetView.Name(value.Label)}</strong>
                {frame.Words.Number(value.Count)}</a></li>
                """))}</ul>{All(frame, facet, shown.Count)}</section>
            """);
    }

    private static Html Lines(PageFrame frame, FacetResult facet, string id) => Html.Of($"""
        <section aria-labelledby="{id}"><h2 id="{id}">{(facet.Field == AnsweredFacet.Field
            ? frame.Words.Say("start.by-question") : Html.Text(facet.Label))}</h2>
        {(facet.Field == AnsweredFacet.Field
            ? Html.Of($"""<p class="quiet">{frame.Words.Say("start.questions")}</p>""") : Missing(frame, facet))}
        <ul class="lines">{Highest(facet).Take(Most).Select(value => Html.Of($"""
            <li><a href="{Filter(frame, facet, value.Value)}">{FacetView.Name(value.Label)}</a>
            <span class="n">{frame.Words.Number(value.Count)}</span></li>
            """))}</ul>{All(frame, facet, Math.Min(Highest(facet).Count, Most))}</section>
        """);

    private static Html Years(PageFrame frame, YearSeries years)
    {
        var figure = new YearFigure(years, span => Filter(frame, YearSeries.Field, span.Value), IsFiltered: false, frame.Words);
        var all = SearchAddress.OfPage(frame.Root, new SearchQuery { Request = new SearchRequest() });
        var link = Html.Of($"""<p class="all"><a href="{all.ToString()}">{frame.Words.Say("page.all")}</a></p>""");
        return !years.IsShown ? link : Html.Of($"""
            <section aria-labelledby="by-year" class="by-year"><h2 id="by-year">{frame.Words.Say("years.title")}</h2>
            {figure.Bars()}
            <details><summary>{frame.Words.Say("years.range")}</summary>{figure.Range(frame.Root, all)}{figure.Table()}</details>
            {link}</section>
            """);
    }

    private static Html Missing(PageFrame frame, FacetResult facet) => facet.Missing == 0 ? Html.None : Html.Of($"""
        <p class="quiet"><a href="{Filter(frame, facet, FacetFilter.Missing)}">{frame.Words.Count("start.missing", facet.Missing)}</a></p>
        """);

    private static Html All(PageFrame frame, FacetResult facet, int shown)
    {
        var all = facet.Values.Count + facet.Other;
        var address = $"{frame.Root}{FacetPageEndpoint.Path}/{Uri.EscapeDataString(facet.Field)}";
        return shown == all ? Html.None : Html.Of($"""
            <p class="all"><a href="{address}">{frame.Words.Count("filters.all", all)}
            <span class="visually-hidden">{frame.Words.Say("filters.all.of", ("facet", facet.Label))}</span></a></p>
            """);
    }

    private static IReadOnlyList<FacetValue> Highest(FacetResult facet) => new FacetTree(facet.Values).Highest;

    private static string Filter(PageFrame frame, FacetResult facet, string value) => Filter(frame, facet.Field, value);

    private static string Filter(PageFrame frame, string field, string value) =>
        SearchAddress.OfPage(frame.Root, new SearchQuery { Request = new SearchRequest() })
            .With(ParameterNames.ForFilter(field), value).ToString();

    private static string Search(PageFrame frame, string text) =>
        SearchAddress.OfPage(frame.Root, new SearchQuery { Request = new SearchRequest { Text = text } }).ToString();

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
