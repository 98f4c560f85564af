using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Years;

/// <summary>
/// Bars of proposals by year, each a link that chooses its year or takes it back: those that were found within all. Below, folded, the
/// same as a table, and a range to choose.
/// </summary>
/// <param name="Series">What to show.</param>
/// <param name="Link">The address that chooses a span, or takes it back; <see langword="null"/> where bars are no links.</param>
/// <param name="IsFiltered">Whether any year is chosen.</param>
/// <param name="Words">What the page says.</param>
internal sealed record YearFigure(YearSeries Series, Func<YearSpan, string>? Link, bool IsFiltered, Words Words)
{
    // Between two labels there is room for four digits, on the narrowest screen too.
    private const int MostLabels = 9;

    /// <summary>The bars.</summary>
    public Html Bars()
    {
        var every = (Series.Spans.Count + MostLabels - 1) / MostLabels;
        var size = Series.Spans.Count > MostLabels ? " many" : "";
        return Html.Of($"""<ol class="years{size}">{Series.Spans.Select((span, at) => Bar(span, LabelOf(at, every)))}</ol>""");
    }

    /// <summary>The same as a table.</summary>
    public Html Table()
    {
        var hasShare = Series.Spans.Any(static span => span.Count != span.Of);
        var more = hasShare ? Html.Of($"{Column("years.all")}{Column("years.of-all")}") : Html.None;
        return Html.Of($"""
            <table class="numbers"><thead><tr>{Column("years.year")}{Column("years.found")}{more}</tr></thead>
            <tbody>{Series.Spans.Select(span => Row(span, hasShare))}</tbody></table>
            """);
    }

    private Html Column(string key) => Html.Of($"""<th scope="col">{Words.Say(key)}</th>""");

    /// <summary>A form that asks for a range of years.</summary>
    /// <param name="root">The application's base path.</param>
    /// <param name="search">The search that is narrowed.</param>
    public Html Range(string root, SearchAddress search)
    {
        var name = ParameterNames.ForFilter(YearSeries.Field);
        var rest = search.Without(name).Parameters;
        var chosen = Series.Spans.Where(static span => span.Passes).ToList();
        var (from, to) = chosen.Count == 0 ? (Series.Spans[0], Series.Spans[^1]) : (chosen[0], chosen[^1]);
        return Html.Of($"""
            <form class="range" action="{root}/" method="get">
            {rest.Select(static parameter => Html.Of($"""<input type="hidden" name="{parameter.Name}" value="{parameter.Value}">"""))}
            {Choice("years.from", RangeParameters.From, span => span.From, from.From)}
            {Choice("years.to", RangeParameters.To, span => span.To, to.To)}
            <button type="submit" class="minor">{Words.Say("years.show")}</button></form>
            """);
    }

    private Html Choice(string key, string end, Func<YearSpan, int> year, int chosen)
    {
        var id = end.TrimEnd('.') + "-" + YearSeries.Field;
        var options = Series.Spans.Select(year).Select(value => Html.Of(
            $"""<option{(value == chosen ? Html.Of($" selected") : Html.None)}>{value}</option>"""));
        return Html.Of($"""
            <label for="{id}">{Words.Say(key)}</label> <select id="{id}" name="{end}{YearSeries.Field}">{options}</select>
            """);
    }

    private Html Row(YearSpan span, bool hasShare)
    {
        var more = hasShare ? Html.Of($"<td>{Words.Number(span.Of)}</td><td>{Shares.Of(Words, span.Count, span.Of)}</td>") : Html.None;
        return Html.Of($"""<tr><th scope="row">{span.Label}</th><td>{Words.Number(span.Count)}</td>{more}</tr>""");
    }

    /// <summary>What a label has beside its class: one in so many is seen, on the narrowest screens every second of these.</summary>
    private static string LabelOf(int at, int every) =>
        at % every != 0 ? " quietly" : every > 1 && at / every % 2 == 1 ? " where-wide" : "";

    private Html Bar(YearSpan span, string labelled)
    {
        var label = Html.Of($"""<span class="y{labelled}">{span.Label}</span>""");
        if (span.Of == 0 && span.Count == 0)
        {
            return Html.Of($"""<li class="none"><span class="n">–</span>{label}</li>""");
        }

        var count = Html.Of($"""<span class="n"><span class="visually-hidden">: </span>{Words.Number(span.Count)}</span>""");
        var content = Html.Of($"{Picture(span)}{label}{count}{Said(span)}");
        var state = !IsFiltered ? Html.None : span.Passes ? Html.Of($" class=\"on\"") : Html.Of($" class=\"off\"");
        return Link is null
            ? Html.Of($"<li>{content}</li>")
            : Html.Of($"""<li{state}><a href="{Link(span)}" rel="nofollow" data-year="{span.Value}">{content}</a></li>""");
    }

    private Html Said(YearSpan span)
    {
        var of = span.Count == span.Of ? Html.None : Words.Say("years.bar.of", ("all", Words.Number(span.Of)));
        var chosen = IsFiltered && span.Passes ? Html.Of($" ({Words.Say("filters.selected.link")})") : Html.None;
        return span.Count == span.Of && !(IsFiltered && span.Passes) ? Html.None
            : Html.Of($"""<span class="visually-hidden"> {of}{chosen}</span>""");
    }

    private Html Picture(YearSpan span)
    {
        var (all, found) = (Height(span.Of), Height(span.Count));
        var behind = span.Of > span.Count ? Html.Of($"""<rect class="all" y="{100 - all}" width="10" height="{all}"/>""") : Html.None;
        var before = Html.Of($"""<rect y="{100 - found}" width="10" height="{found}"/>""");
        return Html.Of($"""<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">{behind}{before}</svg>""");
    }

    /// <summary>In percent of the highest bar; anything at all can be seen.</summary>
    private long Height(long count) => count == 0 ? 0 : Math.Max(3, count * 100 / Series.Most);
}
