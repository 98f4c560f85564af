using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Says how much was found, what for, and what was done to the query.</summary>
internal static class SearchSummary
{
    /// <summary>The sentence with the number of results, announced by screen readers.</summary>
    public static Html Count(SearchView view)
    {
        var (total, filtered) = (view.Response.Total, view.Request.Filters.Count > 0);
        var noun = total == 1 ? "proposal" : "proposals";
        var of = filtered && view.Response.UnfilteredTotal != total ? Html.Of($" of {view.Response.UnfilteredTotal:N0}") : Html.None;
        var text = view.Response.Query.Corrected ?? view.Text;
        var matching = text.Length > 0 ? Html.Of($" {(total == 1 ? "matches" : "match")} {Typed(text)}") : Html.None;
        var page = view.Request.Page > 1 ? Html.Of($", page {view.Request.Page}") : Html.None;
        return Html.Of($"""<p role="status" class="count"><strong>{total:N0}</strong>{of} {noun}{matching}{page}</p>""");
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
            : Html.Of($"""<p class="interpreted quiet">Searched for: <code>{interpreted}</code></p>""");
    }

    /// <summary>Words that were searched for too since they mean the same, and the way to a search without them.</summary>
    public static Html Synonyms(SearchView view)
    {
        var synonyms = view.Response.Query.Synonyms;
        if (synonyms.Count == 0)
        {
            return Html.None;
        }

        var told = string.Join("; ", synonyms.Select(static word => $"{string.Join(", ", word.Also)} (for {word.Word})"));
        var exact = view.Address.Setting("exact", "true").ToString();
        return Html.Of($"""
            <p class="interpreted quiet">Also found: {told}. <a href="{exact}">Only the words as typed</a>.</p>
            """);
    }

    /// <summary>Words of the best hits that count in the order too; they are no part of what was searched for.</summary>
    public static Html AlsoWeighed(SearchView view)
    {
        var words = view.Response.Query.AlsoWeighed;
        return words.Count == 0
            ? Html.None
            : Html.Of($"""<p class="interpreted quiet">Also weighed in their order: {string.Join(", ", words)}</p>""");
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
            var exact = view.Address.Setting("exact", "true").ToString();
            yield return Html.Of($"""Results for <strong>{other}</strong>. <a href="{exact}">Search for <q>{view.Text}</q> instead</a>.""");
        }

        if (response.DidYouMean is { } meant)
        {
            yield return Html.Of($"""Did you mean <a href="{view.Address.Setting("q", meant).ToString()}">{meant}</a>?""");
        }

        foreach (var filter in response.SuggestedFilters)
        {
            var address = view.Address.Filtered(filter).ToString();
            yield return Html.Of($"""Only <a href="{address}">{filter.Label}: {filter.Value}</a> ({filter.Count:N0})?""");
        }
    }

    /// <summary>What was done to the query.</summary>
    private static IEnumerable<Html> Told(SearchView view)
    {
        var (response, query) = (view.Response, view.Response.Query);
        if (query.Relaxed)
        {
            yield return Html.Of($"No proposal has all of these words, so these have at least one of them; the best come first.");
        }

        if (query.Ignored.Count > 0)
        {
            var ignored = string.Join(", ", query.Ignored);
            yield return Html.Of($"Not searched for, because too common: {ignored}. In quotes such words count.");
        }

        if (query.OtherFormsOnly.Count > 0)
        {
            var words = string.Join(", ", query.OtherFormsOnly);
            yield return Html.Of($"No proposal has {words} as typed; these have other words of the same stem.");
        }

        foreach (var warning in view.Query.Warnings.Concat(response.Warnings))
        {
            yield return Html.Text(warning);
        }
    }
}
