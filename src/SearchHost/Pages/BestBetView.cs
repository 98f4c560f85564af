using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What curators show first, above the results and marked as such.</summary>
internal static class BestBetView
{
    /// <summary>All of it, in a part of the page of its own; nothing where there is none.</summary>
    public static Html Render(SearchView view)
    {
        var bets = view.Response.BestBets;
        return bets.Count == 0 ? Html.None : Html.Of($"""
            <section class="bets" aria-label="{view.Words.Say("bets.label")}">
            <p class="quiet">{view.Words.Say("bets.label")}</p>
            {bets.Select(Text)}
            {HitView.Items(view, [.. bets.SelectMany(static bet => bet.Hits)])}
            </section>
            """);
    }

    private static Html Text(ShownBestBet bet) => bet switch
    {
        { Text: { } text, Link: { } link } => Html.Of($"""<p><a href="{link}">{text}</a></p>"""),
        { Text: { } text } => Html.Of($"<p>{text}</p>"),
        _ => Html.None,
    };
}
