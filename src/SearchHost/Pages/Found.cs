using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>How many proposals have what, in a sentence.</summary>
internal static class Found
{
    /// <summary>The sentence, such as <c>205 proposals say "poverty"</c>.</summary>
    public static Html Sentence(SearchView view)
    {
        var (total, all, words) = (view.Response.Total, view.Response.UnfilteredTotal, view.Words);
        var said = view.Request.Filters.Count > 0 && all != total
            ? total == 0 ? words.Say("summary.none-left") : words.Count("summary.of", all, ("some", words.Number(total)))
            : total == 0 ? words.Say("summary.none") : words.Count("summary.all", total);
        var number = total == 0 ? 1 : total;
        said = view.Text.Length == 0 ? said
            : words.Count(IsSaid(view) ? "summary.say" : "summary.match", number, ("proposals", said), ("query", Typed(view)));
        return view.Request.Page == 1 ? said : words.Say("summary.page", ("proposals", said), ("page", words.Number(view.Request.Page)));
    }

    /// <summary>What was searched for, as it was typed or put right.</summary>
    public static Html Typed(SearchView view) => SearchSummary.Typed(Text(view));

    /// <summary>Whether it is one word or one phrase, which proposals say; they match anything else.</summary>
    public static bool IsSaid(SearchView view)
    {
        var text = Text(view);
        var inside = text is ['"', .. var phrase, '"'] ? phrase : text;
        return view.Request.In.Count == 0
            && inside.All(letter => char.IsLetterOrDigit(letter) || (letter == ' ' && inside.Length < text.Length));
    }

    private static string Text(SearchView view) => view.Response.Query.Corrected ?? view.Text;
}
