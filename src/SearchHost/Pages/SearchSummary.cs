using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Says how much was found, what for, and what was done to the query.</summary>
internal static class SearchSummary
{
    /// <summary>The sentence with the number of results, announced by screen readers.</summary>
    public static Html Count(SearchView view)
    {
        var (total, filtered) = (view.Response.Total, view.Request.Filters.Count > 0);
        var (words, text) = (view.Words, view.Response.Query.Corrected ?? view.Text);
        var number = Html.Of($"<strong>{words.Number(total)}</strong>");
        var said = filtered && view.Response.UnfilteredTotal != total
            ? words.Count("summary.of", view.Response.UnfilteredTotal, ("some", number))
            : words.Count("summary.all", total, ("n", number));
        said = text.Length == 0 ? said : words.Count("summary.match", total, ("proposals", said), ("query", Typed(text)));
        said = view.Request.Page == 1 ? said : words.Say("summary.page", ("proposals", said), ("page", words.Number(view.Request.Page)));
        return Html.Of($"""<p role="status" class="count">{said}</p>""");
    }

    /// <summary>What somebody should know who reads the results.</summary>
    public static Html Notices(SearchView view)
    {
        var notices = All(view).ToList();
        return notices.Count == 0
            ? Html.None
            : Html.Of($"""<ul class="notices">{notices.Select(notice => Html.Of($"<li>{notice}</li>"))}</ul>""");
    }

    /// <summary>The query as it was understood, where that is not plainly what was typed.</summary>
    public static Html Interpretation(SearchView view)
    {
        var interpreted = view.Response.Query.Interpreted;
        return view.Text.Length == 0 || interpreted.Length == 0 || string.Equals(interpreted, view.Text, StringComparison.OrdinalIgnoreCase)
            ? Html.None
            : Html.Of($"""
                <p class="interpreted quiet">{view.Words.Say("summary.interpreted", ("query", Html.Of($"<code>{interpreted}</code>")))}</p>
                """);
    }

    /// <summary>Words that were searched for too since they mean the same, and the way to a search without them.</summary>
    public static Html Synonyms(SearchView view)
    {
        var synonyms = view.Response.Query.Synonyms;
        if (synonyms.Count == 0)
        {
            return Html.None;
        }

        var told = string.Join("; ", synonyms.Select(word
            => view.Words.Text("summary.synonym", ("also", string.Join(", ", word.Also)), ("word", word.Word))));
        var exact = view.Address.Setting("exact", "true").ToString();
        return Html.Of($"""
            <p class="interpreted quiet">{view.Words.Say("summary.synonyms", ("told", told))}
            <a href="{exact}">{view.Words.Say("summary.synonyms.link")}</a>.</p>
            """);
    }

    /// <summary>Words of the best hits that count in the order too; they are no part of what was searched for.</summary>
    public static Html AlsoWeighed(SearchView view)
    {
        var words = view.Response.Query.AlsoWeighed;
        return words.Count == 0
            ? Html.None
            : Html.Of($"""
                <p class="interpreted quiet">{view.Words.Say("summary.weighed", ("words", string.Join(", ", words)))}</p>
                """);
    }

    /// <summary>What somebody typed, in quotes unless it has quotes of its own.</summary>
    public static Html Typed(string text)
        => text.Contains('"', StringComparison.Ordinal) ? Html.Of($"<strong>{text}</strong>") : Html.Of($"<q>{text}</q>");

    private static IEnumerable<Html> All(SearchView view) => Instead(view).Concat(Told(view));

    /// <summary>Other searches that may have been meant.</summary>
    private static IEnumerable<Html> Instead(SearchView view)
    {
        var (response, query) = (view.Response, view.Response.Query);
        if (query.Corrected is { } other)
        {
            var exact = Link(
                view.Address.Setting("exact", "true").ToString(),
                view.Words.Say("summary.corrected.link", ("query", Html.Of($"<q>{view.Text}</q>"))));
            yield return view.Words.Say("summary.corrected", ("other", Html.Of($"<strong>{other}</strong>")), ("link", exact));
        }

        if (response.DidYouMean is { } meant)
        {
            var link = Link(view.Address.Setting("q", meant).ToString(), Html.Text(meant));
            yield return view.Words.Say("summary.meant", ("meant", link));
        }

        foreach (var filter in response.SuggestedFilters)
        {
            var link = Link(view.Address.Filtered(filter).ToString(), Html.Of($"{filter.Label}: {filter.Value}"));
            yield return view.Words.Count("summary.filter", filter.Count, ("filter", link));
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
