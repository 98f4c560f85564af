using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.InMemory;

/// <summary>Filters and sideways counts, the slow and plain way.</summary>
internal static class InMemoryFilters
{
    public static bool Pass(Proposal proposal, IReadOnlyList<FacetFilter> filters, string? except)
        => filters.Where(filter => filter.Field != except).All(filter => Pass(Values(proposal, filter.Field), filter));

    public static IEnumerable<FacetResult> Facets(IReadOnlyList<Proposal> matching, SearchRequest request, IndexMetadata metadata)
        => (request.Facets ?? [.. metadata.Facets.Where(facet => facet.IsListed).Select(facet => facet.Field)]).Select(field =>
            Count([.. matching.Where(proposal => Pass(proposal, request.Filters, except: field))], metadata.Facets.Single(facet => facet.Field == field), request));

    private static FacetResult Count(IReadOnlyList<Proposal> proposals, FacetDefinition facet, SearchRequest request)
    {
        var selected = request.Filters.FirstOrDefault(filter => filter.Field == facet.Field)?.Include ?? [];
        var counts = proposals.SelectMany(proposal => Values(proposal, facet.Field)).CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var value in selected.Where(value => value != FacetFilter.Missing))
        {
            counts.TryAdd(value, 0);
        }

        var values = counts.Select(pair => new FacetValue(pair.Key, pair.Key, pair.Value, selected.Contains(pair.Key)));
        var ordered = facet.Type == FacetType.Number
            ? values.OrderByDescending(value => value.Value, StringComparer.Ordinal)
            : values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
        return new FacetResult
        {
            Field = facet.Field,
            Label = facet.Label,
            Type = facet.Type,
            Values = [.. ordered.Take(request.FacetSize)],
            Missing = proposals.Count(proposal => Values(proposal, facet.Field).Count == 0),
            MissingSelected = selected.Contains(FacetFilter.Missing),
            Other = Math.Max(0, counts.Count - request.FacetSize),
        };
    }

    private static bool Pass(IReadOnlyList<string> values, FacetFilter filter)
    {
        var included = filter.Include.Count == 0 || filter.Include.Any(value => Has(values, value));
        var inRange = filter.Range is not { } range || values.Any(value => Within(long.Parse(value, CultureInfo.InvariantCulture), range));
        return included && inRange && !filter.Exclude.Any(value => Has(values, value));
    }

    private static bool Has(IReadOnlyList<string> values, string value) => value == FacetFilter.Missing ? values.Count == 0 : values.Contains(value);

    private static bool Within(long number, NumberRange range) => (range.From is not { } from || number >= from) && (range.To is not { } to || number <= to);

    private static IReadOnlyList<string> Values(Proposal proposal, string field)
        => field == AnsweredFacet.Field ? AnsweredFacet.ValuesOf(proposal) : proposal.Facets.TryGetValue(field, out var values) ? values : [];
}
