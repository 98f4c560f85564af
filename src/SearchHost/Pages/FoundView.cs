using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>A proposal's page as a search led to it: the way back, where the words are, the proposals before and after.</summary>
/// <param name="Frame">What all pages share.</param>
/// <param name="Query">The search.</param>
/// <param name="Place">Which hit the proposal is, from 1; 0 where that is not known.</param>
/// <param name="Marks">What the search finds in it; <see langword="null"/> where nothing is to be marked.</param>
internal sealed record FoundView(PageFrame Frame, SearchQuery Query, int Place, ProposalMarks? Marks)
{
    /// <summary>The parameter that says which hit a proposal is.</summary>
    public const string PlaceParameter = "hit";

    /// <summary>The anchor of the first match.</summary>
    public const string FirstMatch = "match";

    private const int LongestTitle = 60;

    private SearchAddress Address { get; } = SearchAddress.Of(Frame.Root + "/", Query);

    /// <summary>Whether somebody searched for something.</summary>
    private bool IsSearch => Address.Parameters.Count > 0 || Place > 0;

    /// <summary>Matches of an answer.</summary>
    public IReadOnlyList<TextSpan> Of(int answer) => Marks?.Answers.ElementAtOrDefault(answer) ?? [];

    /// <summary>Matches of the title.</summary>
    public IReadOnlyList<TextSpan> OfTitle => Marks?.Title ?? [];

    /// <summary>Matches of the summary.</summary>
    public IReadOnlyList<TextSpan> OfSummary => Marks?.Summary ?? [];

    /// <summary>The line above the proposal.</summary>
    public Html Bar(Proposal proposal) => Html.Of($"""
        <nav class="found" aria-label="Your search"><p class="back">{Back()}</p>{Matches(proposal)}{Neighbours()}</nav>
        """);

    /// <summary>Behind an answer with matches, the way to the next that has some.</summary>
    public Html Onward(Proposal proposal, int answer)
    {
        var next = Enumerable.Range(answer + 1, proposal.Answers.Count - answer - 1).Where(at => Of(at).Count > 0).Take(1).ToList();
        return Of(answer).Count == 0 || next.Count == 0 ? Html.None : Html.Of($"""
            <p class="onward"><a href="#{ProposalAddress.Anchor(next[0])}">Next match:
            <span lang="">{proposal.Answers[next[0]].Question}</span></a></p>
            """);
    }

    /// <summary>The page of a hit of a search; it carries the search, unless that is too long to repeat for each hit.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="search">The search's address.</param>
    /// <param name="id">The hit.</param>
    /// <param name="place">Which hit it is, from 1; 0 where that is not known.</param>
    public static string PageOf(PageFrame frame, SearchAddress search, string id, int place)
    {
        var page = search.At(ProposalAddress.Page(frame.Root, id)).Without("per_page");
        return place is > 0 and < SearchLimits.Window && search.Parameters.Count > 0
            ? page.With(PlaceParameter, place.ToString(CultureInfo.InvariantCulture)).ToString()
            : page.ToString();
    }

    private Html Back()
    {
        if (!IsSearch)
        {
            return Html.Of($"""<a href="{Frame.Root}/">All proposals</a>""");
        }

        var page = Place == 0 ? 1 : ((Place - 1) / Math.Max(Query.Request.PerPage, 1)) + 1;
        var text = Query.Request.Text.Trim();
        var what = text.Length == 0 ? Html.None : Html.Of($" for {SearchSummary.Typed(text)}");
        var count = Marks is { Total: > 0 } marks ? Html.Of($"{marks.Total:N0} ") : Html.None;
        return Html.Of($"""<a href="{Address.Page(page)}">{count}results{what}</a>""");
    }

    private Html Matches(Proposal proposal)
    {
        var answers = Enumerable.Range(0, proposal.Answers.Count).Count(at => Of(at).Count > 0);
        var matches = Enumerable.Range(0, proposal.Answers.Count).Sum(at => Of(at).Count);
        return matches == 0 ? Html.None : Html.Of($"""
            <p><a href="#{FirstMatch}">{matches:N0} {(matches == 1 ? "match" : "matches")} in {answers:N0}
            {(answers == 1 ? "answer" : "answers")}</a></p>
            """);
    }

    private Html Neighbours() => Marks is null ? Html.None
        : Html.Of($"{Neighbour(Marks.Previous, Place - 1, "Previous", "prev")}{Neighbour(Marks.Next, Place + 1, "Next", "next")}");

    private Html Neighbour(Hit? hit, int place, string word, string relation) => hit is null ? Html.None : Html.Of($"""
        <p class="{relation}"><a rel="{relation}" href="{PageOf(Frame, Address, hit.Id, place)}">{word}<span class="visually-hidden">
        proposal: {Foundation.Texts.ShortText.Beginning(hit.Title, LongestTitle)}</span></a></p>
        """);
}
