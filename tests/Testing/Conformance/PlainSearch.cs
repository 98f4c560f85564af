using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// The plain twin of a backend: matches, filters, counts and orders by going through a list. For words without inflection.
/// </summary>
public sealed class PlainSearch(IReadOnlyList<Proposal> proposals, IndexMetadata metadata)
{
    /// <summary>Proposals with all of these words, and which pass the filters, that on one field aside.</summary>
    public IReadOnlyList<Proposal> Match(IReadOnlyList<string> words, IReadOnlyList<FacetFilter> filters, string? aside = null) =>
        [.. proposals.Where(proposal => words.All(word => Words(proposal).Contains(word))
            && filters.All(filter => filter.Field == aside || Passes(proposal, filter)))];

    /// <summary>Sideways counts of a facet.</summary>
    public FacetResult Count(string field, IReadOnlyList<string> words, IReadOnlyList<FacetFilter> filters, int size)
    {
        var facet = metadata.Facets.Single(facet => facet.Field == field);
        var matches = Match(words, filters, aside: field);
        var selected = filters.FirstOrDefault(filter => filter.Field == field)?.Include ?? [];
        var counts = matches.SelectMany(proposal => Values(proposal, field))
            .GroupBy(value => value).ToDictionary(group => group.Key, group => (long)group.Count());
        foreach (var value in selected.Where(value => value != FacetFilter.Missing))
        {
            counts.TryAdd(value, 0);
        }

        var values = counts.Select(pair => new FacetValue(pair.Key, pair.Key, pair.Value, selected.Contains(pair.Key)));
        List<FacetValue> ordered = facet.Type == FacetType.Number
            ? [.. values.OrderByDescending(value => Number(value.Value))]
            : [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)];
        List<FacetValue> listed = [.. ordered.Where((value, at) => at < size || value.Selected)];
        return new FacetResult
        {
            Field = field,
            Label = facet.Label,
            Type = facet.Type,
            Values = listed,
            Missing = matches.Count(proposal => Values(proposal, field).Count == 0),
            MissingSelected = selected.Contains(FacetFilter.Missing),
            Other = ordered.Count - listed.Count,
        };
    }

    /// <summary>All words of a proposal's title, summary, organization and answers, lowered.</summary>
    public static IReadOnlySet<string> Words(Proposal proposal) => string
        .Join(' ', [proposal.Title, proposal.Summary, proposal.Organization, .. proposal.Answers.Select(answer => answer.Text)])
        .ToLowerInvariant()
        .Split([' ', ',', '.', ':', '-', '\n'])
        .ToHashSet(StringComparer.Ordinal);

    private static bool Passes(Proposal proposal, FacetFilter filter)
    {
        var values = Values(proposal, filter.Field);
        return (filter.Include.Count == 0 || filter.Include.Any(value => Has(values, value)))
            && !filter.Exclude.Any(value => Has(values, value))
            && (filter.Range is not { } range || values.Any(value => !(Number(value) < range.From) && !(Number(value) > range.To)));
    }

    private static bool Has(IReadOnlyList<string> values, string value) =>
        value == FacetFilter.Missing ? values.Count == 0 : values.Contains(value);

    private static IReadOnlyList<string> Values(Proposal proposal, string field) => proposal.Facets.GetValueOrDefault(field) ?? [];

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
