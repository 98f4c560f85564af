using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Wording;

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

    private SearchAddress Address { get; } = SearchAddress.OfPage(Frame.Root, Query);

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
        <nav class="found" aria-label="{Frame.Words.Say("found.label")}"><p class="back">{Back()}</p>{Matches(proposal)}{Neighbours()}</nav>
        """);

    /// <summary>Behind an answer with matches, the way to the next that has some.</summary>
    public Html Onward(Proposal proposal, int answer)
    {
        var next = Enumerable.Range(answer + 1, proposal.Answers.Count - answer - 1).Where(at => Of(at).Count > 0).Take(1).ToList();
        if (Of(answer).Count == 0 || next.Count == 0)
        {
            return Html.None;
        }

        var question = Html.Of($"""<span{Frame.OfProposals}>{proposal.Answers[next[0]].Question}</span>""");
        return Html.Of($"""
            <p class="onward"><a href="#{ProposalAddress.Anchor(next[0])}">{Frame.Words.Say("found.onward", ("question", question))}</a></p>
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
            return Html.Of($"""<a href="{Frame.Root}/">{Frame.Words.Say("found.all")}</a>""");
        }

        var page = Place == 0 ? 1 : ((Place - 1) / Math.Max(Query.Request.PerPage, 1)) + 1;
        var text = Query.Request.Text.Trim();
        var results = Marks is { Total: > 0 } marks ? Frame.Words.Count("found.results", marks.Total) : Frame.Words.Say("found.uncounted");
        var what = text.Length == 0 ? results : Frame.Words.Say("found.for", ("results", results), ("query", SearchSummary.Typed(text)));
        return Html.Of($"""<a href="{Address.Page(page)}">{what}</a>""");
    }

    private Html Matches(Proposal proposal)
    {
        var answers = Enumerable.Range(0, proposal.Answers.Count).Count(at => Of(at).Count > 0);
        var matches = Enumerable.Range(0, proposal.Answers.Count).Sum(at => Of(at).Count);
        return matches == 0 ? Html.None : Html.Of($"""
            <p><a href="#{FirstMatch}">{Where(Frame.Words, matches, answers)}</a></p>
            """);
    }

    private static Html Where(Words words, int matches, int answers) => words.Say(
        "count.matches.in", ("matches", words.Count("count.matches", matches)), ("answers", words.Count("count.answers", answers)));

    private Html Neighbours() => Marks is null ? Html.None : Html.Of($"""
        {Neighbour(Marks.Previous, Place - 1, Frame.Words.Say("found.previous"), "prev")}
        {Neighbour(Marks.Next, Place + 1, Frame.Words.Say("found.next"), "next")}
        """);

    private Html Neighbour(Hit? hit, int place, Html word, string relation) => hit is null ? Html.None : Html.Of($"""
        <p class="{relation}"><a rel="{relation}" href="{PageOf(Frame, Address, hit.Id, place)}">{word}<span class="visually-hidden">:
        {ShortText.Beginning(hit.Title, LongestTitle)}</span></a></p>
        """);
}
