using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>
/// Who proposes. An organization is one link to its page. Several people, whom the archive has as values of a facet too, are a link each to
/// what else they proposed; of many a list shows some.
/// </summary>
internal static class ApplicantNames
{
    private const int ShownInLists = 3;
    private const string Between = ", ";

    /// <summary>The names, all of them.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="metadata">What the archive's schema says.</param>
    /// <param name="name">The name or names as the proposal states them.</param>
    /// <param name="facets">The proposal's values.</param>
    /// <param name="page">The page of the organization.</param>
    public static Html All(
        PageFrame frame, IndexMetadata metadata, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> facets, string page) =>
        People(metadata, name, facets) is not { } people ? Link(frame, page, name)
            : Listed(frame, people.Field, people.Names);

    /// <summary>The names, for a list: the first three of more than four, and how many more there are.</summary>
    /// <inheritdoc cref="All"/>
    public static Html Some(
        PageFrame frame, IndexMetadata metadata, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> facets, string page)
    {
        if (People(metadata, name, facets) is not { } people || people.Names.Count <= ShownInLists + 1)
        {
            return All(frame, metadata, name, facets, page);
        }

        var shown = Listed(frame, people.Field, people.Names.Take(ShownInLists));
        return Html.Of($"""{shown} <a href="{page}">{frame.Words.Count("hits.people", people.Names.Count - ShownInLists)}</a>""");
    }

    /// <summary>The facet that has these names, each a value; <see langword="null"/> where none has.</summary>
    private static (string Field, IReadOnlyList<string> Names)? People(
        IndexMetadata metadata, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> facets)
    {
        foreach (var facet in metadata.Facets)
        {
            if (facets.TryGetValue(facet.Field, out var values) && values.Count > 1 && string.Join(Between, values) == name)
            {
                return (facet.Field, values);
            }
        }

        return null;
    }

    private static Html Listed(PageFrame frame, string field, IEnumerable<string> people) =>
        Html.Join(people.Select((person, at) => Html.Of($"{(at == 0 ? "" : Between)}{Person(frame, field, person)}")));

    private static Html Person(PageFrame frame, string field, string person) => Link(frame, FactsView.Others(frame, field, person), person);

    private static Html Link(PageFrame frame, string address, string name) =>
        Html.Of($"""<a href="{address}"{frame.OfProposals}>{name}</a>""");
}
