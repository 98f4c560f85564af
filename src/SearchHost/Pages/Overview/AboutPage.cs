using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Counting;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Sharing;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>The page about the search: how to ask, what was indexed and what was left out, which fields and questions there are.</summary>
internal static class AboutPage
{
    private const int MostWordings = 8;

    /// <summary>The page.</summary>
    public static Html Render(AboutView view) => (view.Frame with { Place = AboutPageEndpoint.Path, About = About(view) }).Render(
        view.Words.Text("about.title"), Html.Of($"""
        <div class="prose"><h1>{view.Words.Say("about.title")}</h1>
        {(view.Frame.Site.Introduction.Length == 0 ? Html.None : Html.Of($"""<p class="lead">{view.Frame.Site.Introduction}</p>"""))}
        <section aria-labelledby="how"><h2 id="how">{view.Words.Say("about.how")}</h2>
        <p>{view.Words.Say("about.how.intro")}</p>
        <table class="help"><tbody>{view.Ways.Select(way => Way(view, way))}</tbody></table>
        <p>{view.Words.Say("about.how.rest")}</p></section>
        <section aria-labelledby="what"><h2 id="what">{view.Words.Say("about.what")}</h2><ul>{Indexed(view).Select(Item)}</ul></section>
        {Fields(view)}
        {Questions(view)}
        <section aria-labelledby="data"><h2 id="data">{view.Words.Say("about.data")}</h2><p>{view.Words.Say(
            "about.data.intro",
            ("api", Link(view.Frame.Root + "/docs/", view.Words.Say("site.api"))),
            ("all", Link(view.Frame.Base + "/v1/search.csv?bom=true", view.Words.Say("about.data.all"))),
            ("box", Link(view.Frame.Root + "/box", view.Words.Say("about.data.box"))))}</p></section>
        </div>
        """));

    private static PageAbout About(AboutView view) => new(AboutPageEndpoint.Path, view.Frame.Site.Introduction, "website");

    private static Html Item(Html text) => Html.Of($"<li>{text}</li>");

    private static Html Link(string address, Html label) => Html.Of($"""<a href="{address}">{label}</a>""");

    /// <summary>What can be typed; a link where it finds something here.</summary>
    private static Html Way(AboutView view, WayToAsk way)
    {
        var address = SearchAddress.OfPage(view.Frame.Root, new SearchQuery { Request = new SearchRequest { Text = way.Typed } });
        var code = Html.Of($"<code>{way.Typed}</code>");
        var typed = way.Finds ? Html.Of($"""<a href="{address.ToString()}">{code}</a>""") : code;
        return Html.Of($"""<tr><th scope="row">{typed}</th><td>{view.Words.Say(way.Meaning)}</td></tr>""");
    }

    /// <summary>What is in the index, and what is not, line by line.</summary>
    private static IEnumerable<Html> Indexed(AboutView view)
    {
        var (words, identity, years) = (view.Words, view.Snapshot.Identity, view.Years);
        yield return years.IsShown
            ? words.Count("start.heading", identity.Documents, ("from", Text(years.Spans[0].From)), ("to", Text(years.Spans[^1].To)))
            : words.Count("summary.all", identity.Documents);
        yield return words.Say("about.what.built", ("day", identity.BuiltAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("time", identity.BuiltAt.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)), ("build", identity.Build));
        yield return words.Say("about.what.language", ("language", view.Snapshot.Language.Name));
        if (view.Report is not { } report)
        {
            yield break;
        }

        yield return words.Count("about.what.read", report.Read + report.Known);
        yield return words.Count("about.what.unpublished", report.Unpublished);
        yield return words.Count("about.what.failed", report.Failed.Count);
        if (report.PassedOver.Count > 0)
        {
            var kinds = string.Join(", ", report.PassedOver.Take(6).Select(kind => $"{kind.Ending} ({words.Number(kind.Files)})"));
            yield return words.Say("about.what.passed-over", ("kinds", kinds));
        }
    }

    private static Html Fields(AboutView view)
    {
        var facets = view.Facets.Where(static facet => facet.Field != AnsweredFacet.Field).ToList();
        return facets.Count == 0 ? Html.None : Html.Of($"""
            <section aria-labelledby="fields"><h2 id="fields">{view.Words.Say("about.fields")}</h2>
            <ul class="lines">{facets.Select(facet => Field(view, facet))}</ul></section>
            """);
    }

    private static Html Field(AboutView view, FacetResult facet)
    {
        var address = $"{view.Frame.Root}{FacetPageEndpoint.Path}/{Uri.EscapeDataString(facet.Field)}";
        var stated = Math.Max(0, view.Snapshot.Identity.Documents - facet.Missing);
        var count = view.Words.Count("about.stated", stated);
        return Html.Of($"""<li><a href="{address}">{facet.Label}</a> <span class="n">{count}</span></li>""");
    }

    private static Html Questions(AboutView view) => view.Questions.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="questions"><h2 id="questions">{view.Words.Say("about.questions")}</h2>
        <p>{view.Words.Say("about.questions.intro")}</p>
        <ul class="lines">{view.Questions.Select(question => Question(view, question))}</ul></section>
        """);

    private static Html Question(AboutView view, QuestionUse question)
    {
        var wordings = question.Wordings.Where(wording => wording.Wording != question.Label).Take(MostWordings).ToList();
        var asked = wordings.Count == 0 ? Html.Of($"{question.Label}") : Html.Of($"""
            <details><summary>{question.Label}</summary>
            <ul{view.Frame.OfProposals}>{wordings.Select(one => Item(Html.Text(one.Wording)))}</ul></details>
            """);
        return Html.Of($"""<li>{asked} <span class="n">{view.Words.Count("about.answered", question.Proposals)}</span></li>""");
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
