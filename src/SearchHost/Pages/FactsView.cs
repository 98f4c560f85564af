using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Facets;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What is known of a proposal beside its answers, each thing once.</summary>
internal static class FactsView
{
    private const string Range = "_range";

    /// <summary>The facts that stand nowhere else on the page; nothing where there are none.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="metadata">What the archive's schema says.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="plain">Answers that are facts: see <see cref="PlainFacts"/>.</param>
    public static Html Render(PageFrame frame, IndexMetadata metadata, Proposal proposal, IReadOnlyList<int> plain)
    {
        var facts = metadata.Facets.Where(facet => IsFact(facet, proposal)).DistinctBy(static facet => facet.Label)
            .Select(facet => Fact(frame, facet, ValuesOf(facet, proposal)))
            .Concat(plain.Select(at => Plain(frame, metadata, proposal, at))).ToList();
        return facts.Count == 0 ? Html.None : Html.Of($"""<h2>{frame.Words.Say("proposal.facts")}</h2><dl>{facts}</dl>""");
    }

    /// <summary>The address of all proposals with a value.</summary>
    public static string Others(PageFrame frame, string field, string value) =>
        $"{frame.Root}/?{Uri.EscapeDataString(ParameterNames.ForFilter(field))}={Uri.EscapeDataString(value)}";

    /// <summary>
    /// An answer that is a number of the archive, as the language of the page writes it; <see langword="null"/> where it is none, such as
    /// the number of a house.
    /// </summary>
    public static string? Number(PageFrame frame, IndexMetadata metadata, Proposal proposal, string answer)
    {
        var numbers = metadata.Facets.Where(static facet => facet is { Type: FacetType.Number, Field: not YearSeries.Field });
        var facet = numbers.FirstOrDefault(one => proposal.Facets.TryGetValue(one.Field, out var values) && values.Contains(answer));
        return facet is null ? null : Shown(frame, facet, answer);
    }

    private static bool IsFact(FacetDefinition facet, Proposal proposal)
    {
        if (facet.Field is YearSeries.Field or AnsweredFacet.Field
            || !proposal.Facets.TryGetValue(facet.Field, out var values) || values.Count == 0)
        {
            return false;
        }

        // A number is known more closely than the range that it falls into.
        var isRange = facet.Field.EndsWith(Range, StringComparison.Ordinal) && proposal.Facets.ContainsKey(facet.Field[..^Range.Length]);
        return !isRange && !values.SequenceEqual([proposal.Organization ?? ""])
            && !proposal.Answers.Any(answer => !OwnQuestions.Contains(answer.Question) && Says(answer, ValuesOf(facet, proposal)));
    }

    /// <summary>The values, without those that only stand above others.</summary>
    private static IReadOnlyList<string> ValuesOf(FacetDefinition facet, Proposal proposal) =>
        FacetPath.Lowest(proposal.Facets[facet.Field], facet.Separator);

    /// <summary>Whether an answer is these values and nothing else, as people choose them from a form.</summary>
    private static bool Says(Answer answer, IReadOnlyList<string> values)
    {
        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == values.Count
            && values.All(value => lines.Any(line => line.StartsWith(value, StringComparison.OrdinalIgnoreCase)));
    }

    private static Html Fact(PageFrame frame, FacetDefinition facet, IReadOnlyList<string> values)
        => Html.Of($"<div><dt>{facet.Label}</dt>{values.Select(value => Value(frame, facet, value))}</div>");

    /// <summary>An answer as a fact, where links to it lead.</summary>
    private static Html Plain(PageFrame frame, IndexMetadata metadata, Proposal proposal, int at)
    {
        var answer = proposal.Answers[at];
        return Html.Of($"""
            <div id="{ProposalAddress.Anchor(at)}" tabindex="-1">
            <dt{frame.OfProposals}>{QuestionLabel.Of(frame.Words, answer.Question)}</dt>
            <dd{frame.OfProposals}>{Number(frame, metadata, proposal, answer.Text) ?? answer.Text}</dd></div>
            """);
    }

    private static Html Value(PageFrame frame, FacetDefinition facet, string value) => Html.Of($"""
        <dd{frame.OfProposals}><a href="{Others(frame, facet.Field, value)}">{Shown(frame, facet, value)}</a></dd>
        """);

    private static string Shown(PageFrame frame, FacetDefinition facet, string value) =>
        facet.Type == FacetType.Number && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? frame.Words.Number(number) : NameForPeople.Of(value);
}
