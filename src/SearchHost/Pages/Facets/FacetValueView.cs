using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>A value of a facet: how many have it, a bar of that length, the ways to choose it, take it back, leave it out.</summary>
/// <param name="Addresses">Makes the addresses.</param>
/// <param name="Field">The facet.</param>
/// <param name="Anchor">Where somebody is who comes back from a choice; empty for the top.</param>
/// <param name="Filter">What is asked of the facet.</param>
/// <param name="Most">The count with the longest bar.</param>
/// <param name="HasLinks">Whether there is room for addresses.</param>
/// <param name="Words">What the page says.</param>
internal sealed record FacetValueView(
    FacetAddress Addresses, string Field, string Anchor, FacetFilter? Filter, long Most, bool HasLinks, Words Words)
{
    private const int Steps = 20;

    /// <summary>See <see cref="Proposals.FacetDefinition.Separator"/>.</summary>
    public string? Separator { get; init; }

    /// <summary>The value, as an item of a list.</summary>
    public Html Render(FacetValue value) => Render(value, value.Label, Html.None);

    /// <summary>Whether it is chosen or left out.</summary>
    public bool IsNamed(FacetValue value) => IsExcluded(value) || Addresses.Includes(Field, value.Value);

    /// <summary>The value, as an item of a list.</summary>
    /// <param name="value">The value.</param>
    /// <param name="label">What it is called here.</param>
    /// <param name="below">The values below it, as a list.</param>
    public Html Render(FacetValue value, string label, Html below)
    {
        var isExcluded = IsExcluded(value);
        var isChosen = Addresses.Includes(Field, value.Value);
        var state = isExcluded ? "filters.excluded" : HasLinks ? "filters.selected.link" : "filters.selected";
        var said = !isExcluded && !isChosen ? Html.None : Html.Of($"""<span class="visually-hidden"> ({Words.Say(state)})</span>""");
        var content = Html.Of($"""<span class="label">{FacetView.Name(label)}{said}</span> <b>{Words.Number(value.Count)}</b>""");
        var style = "value" + Bar(value) + (isChosen ? " on" : isExcluded ? " out" : "");
        if (!HasLinks)
        {
            return Html.Of($"""<li><span class="{style}">{content}</span>{below}</li>""");
        }

        var address = isExcluded ? Addresses.Readmitting(Field, value.Value)
            : isChosen ? Addresses.Removing(Field, value.Value)
            : Addresses.Adding(Field, value.Value, Separator);
        var without = isExcluded || isChosen ? Html.None : Without(value);
        return Html.Of($"""<li><a href="{Here(address)}" rel="nofollow" class="{style}">{content}</a>{without}{below}</li>""");
    }

    private bool IsExcluded(FacetValue value) => Filter?.Exclude.Contains(value.Value, StringComparer.Ordinal) == true;

    private Html Without(FacetValue value)
    {
        var name = Words.Text("filters.exclude", ("value", FacetView.Name(value.Label)));
        return Html.Of($"""
            <a href="{Here(Addresses.Excluding(Field, value.Value))}" rel="nofollow" class="not" title="{name}" aria-label="{name}"></a>
            """);
    }

    private string Here(string address) => Anchor.Length == 0 ? address : address + "#" + Anchor;

    /// <summary>The class of a bar: its length in twentieths. "Not stated" has none.</summary>
    private string Bar(FacetValue value) => value.Value == FacetFilter.Missing ? " unstated"
        : Most == 0 || value.Count == 0 ? ""
        : FormattableString.Invariant($" w{Math.Max(1, value.Count * Steps / Most)}");
}
