using System.Text.Json;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The box, and the controls that belong to its form.</summary>
internal static class SearchForm
{
    private static readonly (SortOrder Order, string Key)[] Orders =
    [
        (SortOrder.Relevance, "sort.relevance"),
        (SortOrder.Newest, "sort.newest"),
        (SortOrder.Oldest, "sort.oldest"),
        (SortOrder.Title, "sort.title"),
    ];

    private static readonly (string Id, string Key)[] Sections =
    [
        ("", "in.everything"),
        (QuerySections.Title, "in.titles"),
        (QuerySections.Summary, "in.summaries"),
        (QuerySections.Organization, "in.organizations"),
    ];

    // Without words there is no best match, and the newest come first. The option's value is that of the best match all the same, so that
    // a query typed later is ranked.
    private static readonly (SortOrder Order, string Key)[] BrowsingOrders =
    [
        (SortOrder.Relevance, "sort.newest"), (SortOrder.Oldest, "sort.oldest"), (SortOrder.Title, "sort.title"),
    ];

    private static readonly Html Typing = Html.Of($"autocomplete=\"off\" autocapitalize=\"none\"");
    private static readonly Html TypingWithSpelling = Html.Of($"{Typing} spellcheck=\"true\"");

    /// <summary>The form. What the query holds beside the visible controls travels along in hidden fields.</summary>
    public static Html Render(SearchView view)
    {
        return Html.Of($"""
            <form class="search" id="search" role="search" action="{view.Frame.Root}/" method="get">
            {Box(view.Frame, view.Request.Text, TypingWithSpelling, Scope(view), Questions(view.Frame, view.Snapshot, view.Request.In))}
            {view.Address.Parameters.Where(parameter => parameter.Name != "exact" && !IsVisible(view, parameter.Name)).Select(Hidden)}
            </form>
            """);
    }

    /// <summary>The box alone, for pages without results.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="text">What was typed so far.</param>
    /// <param name="snapshot">Says where one can search; <see langword="null"/> for everywhere.</param>
    public static Html RenderPlain(PageFrame frame, string text, IndexSnapshot? snapshot = null)
    {
        var places = snapshot is null ? Html.None : Questions(frame, snapshot, []);
        return Html.Of($"""
            <form class="search" role="search" action="{frame.Root}/" method="get">
            {Box(frame, text, Typing, Html.None, places)}
            </form>
            """);
    }

    /// <summary>What a place to search in is called, by its id.</summary>
    public static string Place(SearchView view, string id) =>
        Places(view.Words, view.Snapshot).FirstOrDefault(place => place.Id == id).Label ?? id;

    /// <summary>The order of the results, where there is something to order; stands near them and belongs to the form.</summary>
    public static Html Sort(SearchView view)
    {
        return !HasOrder(view) ? Html.None : Html.Of($"""
            <div class="sort"><label for="sort">{view.Words.Say("sort.label")}</label>
            <select id="sort" name="sort" form="search" data-acts>{OrderOptions(view)}</select>
            <button type="submit" form="search" class="minor">{view.Words.Say("sort.apply")}</button></div>
            """);
    }

    /// <summary>The filters, for suggestions within them.</summary>
    private static Html Scope(SearchView view)
    {
        var filters = new SearchQuery { Request = new SearchRequest { Filters = view.Request.Filters } };
        var scope = SearchAddress.Of("", filters).ToString().TrimStart('?');
        return scope.Length == 0 ? Html.None : Html.Of($" data-scope=\"{scope}\"");
    }

    private static Html Box(PageFrame frame, string text, Html typing, Html scope, Html places) => Html.Of($"""
        <label for="q" class="visually-hidden">{frame.Words.Say("box.label")}</label>
        <div class="box">{places}
        <input type="search" id="q" name="q" value="{text}" placeholder="{frame.Words.Say("box.hint")}" {typing}
        data-suggest="{frame.Base}/v1/suggest" data-say="{Spoken(frame.Words)}"{scope}>
        <button type="submit">{frame.Words.Say("box.search")}</button>
        </div>
        """);

    /// <summary>What the script says, as JSON.</summary>
    private static string Spoken(Words words) => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["list"] = words.Text("suggest.list"),
            ["none"] = words.Text("suggest.none"),
            ["count"] = words.FormsOf("suggest.count"),
            ["phrase"] = words.Text("suggest.phrase"),
            ["title"] = words.Text("suggest.title"),
            ["organization"] = words.Text("suggest.organization"),
        });

    private static IEnumerable<Html> OrderOptions(SearchView view)
        => (view.Text.Length == 0 ? BrowsingOrders : Orders)
            .Select(order => Option(ChoiceWords.Of(order.Order), view.Words.Text(order.Key), IsChosen(view.Request, order.Order)))
            .Concat(NumberOrders(view).Select(order => Option(order.Order.ToString(), order.Label, order.Order == view.Request.SortBy)));

    private static bool IsChosen(SearchRequest request, SortOrder order) => request.SortBy is null && order == request.Sort;

    /// <summary>The orders by numbers of this archive, but that of the year, which has names of its own.</summary>
    private static IEnumerable<(NumberOrder Order, string Label)> NumberOrders(SearchView view)
    {
        foreach (var field in NumberOrder.FieldsOf(view.Snapshot.Index.Metadata).Where(static field => field != YearSeries.Field))
        {
            var (down, up) = field == NumberOrder.Day
                ? (view.Words.Text("sort.day.latest"), view.Words.Text("sort.day.earliest"))
                : (view.Words.Text("sort.highest", ("field", view.Snapshot.Facets[field].Label)),
                    view.Words.Text("sort.lowest", ("field", view.Snapshot.Facets[field].Label)));
            yield return (new NumberOrder(field, Descending: true), down);
            yield return (new NumberOrder(field, Descending: false), up);
        }
    }

    private static bool HasOrder(SearchView view) => view.Response.Total > 1;

    private static bool HasQuestions(IndexSnapshot snapshot) => snapshot.Index.Metadata.Questions.Count > 0;

    private static bool IsVisible(SearchView view, string parameter)
        => parameter == "q" || (parameter == "in" && HasQuestions(view.Snapshot)) || (parameter == "sort" && HasOrder(view));

    private static IEnumerable<(string Id, string Label)> Places(Words words, IndexSnapshot snapshot)
    {
        var questions = snapshot.Index.Metadata.Questions;
        return Sections.Where(section => questions.All(question => question.Id != section.Id))
            .Select(section => (section.Id, Label: words.Text(section.Key)))
            .Concat(questions.Select(static question => (question.Id, question.Label)));
    }

    private static Html Questions(PageFrame frame, IndexSnapshot snapshot, IReadOnlyList<string> asked)
    {
        if (!HasQuestions(snapshot))
        {
            return Html.None;
        }

        var chosen = string.Join(',', asked);
        var places = Places(frame.Words, snapshot).ToList();
        if (places.All(place => place.Id != chosen))
        {
            places.Add((chosen, string.Join(", ", asked.Select(id => places.FirstOrDefault(place => place.Id == id).Label ?? id))));
        }

        return Html.Of($"""
            <label for="in" class="visually-hidden">{frame.Words.Say("in.label")}</label>
            <select id="in" name="in" data-acts>{places.Select(place => Option(place.Id, place.Label, place.Id == chosen))}</select>
            """);
    }

    private static Html Option(string value, string label, bool selected)
        => Html.Of($"""<option value="{value}"{(selected ? Html.Of($" selected") : Html.None)}>{label}</option>""");

    private static Html Hidden(Parameter parameter)
        => Html.Of($"""<input type="hidden" name="{parameter.Name}" value="{parameter.Value}">""");
}
