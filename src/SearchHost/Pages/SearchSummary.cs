using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Says how much was found, what for, and what was done to the query.</summary>
internal static class SearchSummary
{
    /// <summary>What somebody should know who reads the results.</summary>
    public static Html Notices(SearchView view)
    {
        var notices = All(view).ToList();
        return notices.Count == 0
            ? Html.None
            : Html.Of($"""<ul class="notices">{notices.Select(notice => Html.Of($"<li>{notice}</li>"))}</ul>""");
    }

    /// <summary>
    /// For whoever wants to know: the query as it was understood, where that is not plainly what was typed, and words of the best hits
    /// that count in the order too.
    /// </summary>
    public static Html How(SearchView view)
    {
        var (interpreted, weighed) = (view.Response.Query.Interpreted, view.Response.Query.AlsoWeighed);
        var isPlain = view.Text.Length == 0 || interpreted.Length == 0
            || string.Equals(interpreted, view.Text, StringComparison.OrdinalIgnoreCase);
        if (isPlain && weighed.Count == 0)
        {
            return Html.None;
        }

        var query = isPlain ? Html.None : Line(view.Words.Say("summary.interpreted", ("query", Html.Of($"<code>{interpreted}</code>"))));
        var also = weighed.Count == 0 ? Html.None : Line(view.Words.Say("summary.weighed", ("words", string.Join(", ", weighed))));
        return Html.Of($"""<details class="how quiet"><summary>{view.Words.Say("summary.how")}</summary>{query}{also}</details>""");
    }

    private static Html Line(Html text) => Html.Of($"<p>{text}</p>");

    /// <summary>What somebody typed, in quotes unless it has quotes of its own.</summary>
    public static Html Typed(string text)
        => text.Contains('"', StringComparison.Ordinal) ? Html.Of($"<strong>{text}</strong>") : Html.Of($"<q>{text}</q>");

    /// <summary>Words that were searched for too since they mean the same, and the way to a search without them.</summary>
    private static Html Synonyms(SearchView view)
    {
        var told = string.Join("; ", view.Response.Query.Synonyms.Select(word
            => view.Words.Text("summary.synonym", ("also", string.Join(", ", word.Also)), ("word", word.Word))));
        var exact = Link(view.Address.Setting("exact", "true").ToString(), view.Words.Say("summary.synonyms.link"));
        return Html.Of($"{view.Words.Say("summary.synonyms", ("told", told))} {exact}");
    }

    private static IEnumerable<Html> All(SearchView view) => Instead(view).Concat(Told(view));

    /// <summary>Other searches that may have been meant.</summary>
    private static IEnumerable<Html> Instead(SearchView view)
    {
        var (response, query) = (view.Response, view.Response.Query);
        if (query.Corrected is { } other)
        {
            var exact = Link(
                view.Address.Setting("exact", "true").ToString(),
                view.Words.Say("summary.corrected.link", ("query", Typed(view.Text))));
            yield return view.Words.Say(
                "summary.corrected", ("query", Typed(view.Text)), ("other", Html.Of($"<strong>{other}</strong>")), ("link", exact));
        }

        if (response.DidYouMean is { } meant)
        {
            var link = Link(view.Address.Setting("q", meant).ToString(), Html.Text(meant));
            yield return view.Words.Say("summary.meant", ("meant", link));
        }
    }

    private static Html Link(string address, Html label) => Html.Of($"""<a href="{address}">{label}</a>""");

    /// <summary>What was done to the query.</summary>
    private static IEnumerable<Html> Told(SearchView view)
    {
        var (response, query) = (view.Response, view.Response.Query);
        if (query.Relaxed)
        {
            yield return view.Words.Say("summary.relaxed");
        }

        if (query.Synonyms.Count > 0)
        {
            yield return Synonyms(view);
        }

        if (query.Ignored.Count > 0)
        {
            yield return view.Words.Say("summary.ignored", ("words", string.Join(", ", query.Ignored)));
        }

        if (query.OtherFormsOnly.Count > 0)
        {
            yield return view.Words.Say("summary.other-forms", ("words", string.Join(", ", query.OtherFormsOnly)));
        }

        foreach (var warning in view.Query.Warnings.Concat(response.Warnings))
        {
            yield return Html.Text(warning);
        }
    }
}
