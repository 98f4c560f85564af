using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Years;

namespace ProposalSearch.SearchHost.Pages.Trends;

/// <summary>The page of trends: a box for the queries, the figure, and the same numbers as a table.</summary>
internal static class TrendPage
{
    /// <summary>The page.</summary>
    public static Html Render(TrendView view) => (view.Frame with { Place = TrendPageEndpoint.Path }).Render(
        Title(view), Html.Of($"""
        <h1>{view.Words.Say(view.Lines.Count == 0 ? "trends.title" : "trends.heading")}</h1>
        {Form(view)}
        {Within(view)}
        {(view.Lines.Count == 0 ? Start(view) : Shown(view))}
        """));

    /// <summary>What there is to see, and queries to begin with.</summary>
    private static Html Start(TrendView view)
    {
        var examples = view.Examples.Select(text => (Label: Html.Text(text), Asked: text)).ToList();
        if (examples.Count > 1)
        {
            examples.Add((view.Words.Say("trends.try-all"), string.Join(", ", view.Examples)));
        }

        var links = examples.Select(one => Html.Of($"""<li><a href="{TrendOf(view, one.Asked)}">{one.Label}</a></li>"""));
        return Html.Of($"""
            <p class="lead">{view.Words.Say("trends.intro")}</p>
            {(examples.Count == 0 ? Html.None : Html.Of($"""
                <p class="quiet" id="try">{view.Words.Say("start.try")}</p><ul class="examples" aria-labelledby="try">{links}</ul>
                """))}
            """);
    }

    private static string TrendOf(TrendView view, string queries) =>
        view.Filters.At(view.Frame.Root + TrendPageEndpoint.Path).With("q", queries).ToString();

    private static string Title(TrendView view)
    {
        var queries = string.Join(", ", view.Lines.Select(static line => line.Text));
        return queries.Length == 0 ? view.Words.Text("trends.title") : view.Words.Text("trends.window", ("queries", queries));
    }

    private static Html Form(TrendView view) => Html.Of($"""
        <form class="search" role="search" action="{view.Frame.Root}{TrendPageEndpoint.Path}" method="get">
        {view.Filters.Parameters.Select(static one => Html.Of($"""<input type="hidden" name="{one.Name}" value="{one.Value}">"""))}
        <label for="q" class="quiet">{view.Words.Say("trends.label")}</label>
        <div class="box"><input type="search" id="q" name="q" value="{string.Join(", ", view.Lines.Select(static line => line.Text))}"
        autocomplete="off" autocapitalize="none" spellcheck="true">
        <button type="submit">{view.Words.Say("trends.compare")}</button></div></form>
        """);

    /// <summary>Says that filters are set, and leads to the same without them.</summary>
    private static Html Within(TrendView view)
    {
        if (view.Search.Request.Filters.Count == 0 && view.Search.Request.In.Count == 0)
        {
            return Html.None;
        }

        var everything = view.Lines.Aggregate(
            view.Filters.Only("").At(view.Frame.Root + TrendPageEndpoint.Path), static (address, line) => address.With("q", line.Text));
        return Html.Of($"""
            <p class="quiet">{view.Words.Say("trends.within")}
            <a href="{view.Filters.ToString()}">{view.Words.Say("trends.within.show")}</a>
            <a href="{everything.ToString()}">{view.Words.Say("trends.within.clear")}</a></p>
            """);
    }

    private static Html Shown(TrendView view) => Html.Of($"""
        {(view.TooMany == 0 ? Html.None : Html.Of($"""<p class="quiet">{view.Words.Count("trends.too-many", view.TooMany)}</p>"""))}
        <ul class="legend">{view.Lines.Select((line, at) => Legend(view, line, at))}</ul>
        {(view.Years.Count == 0 ? Html.None : TrendFigure.Render(view))}
        {Table(view)}
        <p class="exports"><a href="{Csv(view)}" rel="nofollow">{view.Words.Say("page.csv")}</a></p>
        """);

    private static string Csv(TrendView view) => view.At(view.Frame.Root + TrendPageEndpoint.CsvPath).ToString();

    private static Html Legend(TrendView view, TrendLine line, int at) => Html.Of($"""
        <li><svg class="l{at}" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
        <path d="M0 6H28"/>{TrendFigure.Point(at, 14, 6)}</svg>
        <a href="{view.SearchOf(line).ToString()}">{line.Text}</a> {view.Words.Count("about.stated", line.Trend.Total)}</li>
        """);

    private static Html Table(TrendView view) => Html.Of($"""
        <div class="wide" tabindex="0" role="region" aria-label="{view.Words.Say("trends.table")}"><table class="numbers">
        <caption class="visually-hidden">{view.Words.Say("trends.heading")}</caption>
        <thead><tr><th scope="col">{view.Words.Say("years.year")}</th><th scope="col">{view.Words.Say("years.all")}</th>
        {view.Lines.Select(static line => Html.Of($"""<th scope="colgroup" colspan="2">{line.Text}</th>"""))}</tr></thead>
        <tbody>{view.Years.Select(year => Row(view, year))}</tbody></table></div>
        """);

    private static Html Row(TrendView view, int year) => Html.Of($"""
        <tr><th scope="row">{TrendView.Text(year)}</th><td>{view.Words.Number(view.Of(year))}</td>
        {view.Lines.Select(line => Cells(view, line, year))}</tr>
        """);

    private static Html Cells(TrendView view, TrendLine line, int year)
    {
        var (count, of) = (line.In(year)?.Count ?? 0, line.In(year)?.Of ?? 0);
        var address = view.SearchOf(line).Setting(Parameters.ParameterNames.ForFilter(YearSeries.Field), TrendView.Text(year));
        var number = count == 0 ? Html.Of($"0") : Html.Of($"""<a href="{address.ToString()}">{view.Words.Number(count)}</a>""");
        return Html.Of($"<td>{number}</td><td>{Shares.Of(view.Words, count, of, decimals: 1)}</td>");
    }
}
