using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>The items of a facet's list: each value, and in a list within its item those below it.</summary>
/// <param name="Values">How a value looks.</param>
/// <param name="Tree">All values.</param>
internal sealed record FacetBranches(FacetValueView Values, FacetTree Tree)
{
    /// <summary>Where values below another are folded away until somebody unfolds them, unless one is chosen.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Which of the values below one are shown; all where nothing is said.</summary>
    public Func<IReadOnlyList<FacetValue>, IReadOnlyList<FacetValue>> Shown { get; init; } = static values => values;

    /// <summary>The item of a value.</summary>
    public Html Render(FacetValue value)
    {
        var below = Shown(Tree.Below(value));
        return Values.Render(value, Tree.Name(value, Values.Separator), below.Count == 0 ? Html.None : Below(value, below));
    }

    /// <summary>How many values are shown with one, itself included.</summary>
    public int Count(FacetValue value) => 1 + Shown(Tree.Below(value)).Sum(Count);

    /// <summary>Whether a value, or one below it, is chosen or left out.</summary>
    public bool IsNamed(FacetValue value) => Tree.Has(value, Values.IsNamed);

    private Html Below(FacetValue value, IReadOnlyList<FacetValue> below)
    {
        var list = Html.Of($"<ul>{below.Select(Render)}</ul>");
        if (!IsFolded)
        {
            return list;
        }

        var open = IsNamed(value) ? Html.Of($" open") : Html.None;
        var words = Values.Words;
        return Html.Of($"""
            <details{open}><summary>{words.Count("filters.below", Tree.Below(value).Count)}
            <span class="visually-hidden">{FacetView.Name(value.Label)}</span></summary>{list}</details>
            """);
    }
}
