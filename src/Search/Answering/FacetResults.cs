using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Answering;

/// <summary>The engine's counts as the contract's facets.</summary>
internal static class FacetResults
{
    /// <summary>The facets of a response, in the order in which they were asked for.</summary>
    public static List<FacetResult> Of(
        IReadOnlyList<ColumnCounts> counts, SearchRequest request, OpenedIndex index, TimeLimit limit)
    {
        var metadata = index.Record.Metadata;
        var results = new List<FacetResult>(counts.Count);
        foreach (var count in counts)
        {
            limit.Check();
            var facet = metadata.Facets.First(facet => facet.Field == count.Column);
            var included = request.Filters.FirstOrDefault(filter => filter.Field == facet.Field)?.Include ?? [];
            var selected = included.ToHashSet(StringComparer.Ordinal);
            var values = Together(count.Values, selected, index.Organizations);
            results.Add(Of(values, count.Missing, facet, selected, request.FacetSize, Labels(facet, metadata)));
        }

        return results;
    }

    /// <summary>
    /// Names of one organization as one value, as most proposals have it or as it was chosen: who chooses one finds what has any of them.
    /// </summary>
    private static IReadOnlyList<KeyValuePair<string, long>> Together(
        IReadOnlyList<KeyValuePair<string, long>> values, HashSet<string> selected, KnownOrganizations organizations)
    {
        if (!values.Any(value => organizations.Has(value.Key)))
        {
            return values;
        }

        var chosen = selected.GroupBy(organizations.KeyOf, StringComparer.Ordinal)
            .ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal);
        return
        [
            .. values.GroupBy(value => organizations.KeyOf(value.Key), StringComparer.Ordinal)
                .Select(same => KeyValuePair.Create(
                    chosen.GetValueOrDefault(same.Key) ?? same.MaxBy(static value => value.Value).Key,
                    same.Sum(static value => value.Value))),
        ];
    }

    private static FacetResult Of(
        IReadOnlyList<KeyValuePair<string, long>> counts,
        long missing,
        FacetDefinition facet,
        HashSet<string> selected,
        int size,
        Func<string, string> label)
    {
        var parent = Parents(counts, facet);
        var values = counts.Select(value =>
            new FacetValue(value.Key, label(value.Key), value.Value, selected.Contains(value.Key)) { Parent = parent(value.Key) }).ToList();
        if (selected.Count > 0)
        {
            var found = values.Where(value => value.Selected).Select(value => value.Value).Append(FacetFilter.Missing);
            values.AddRange(
                selected.Except(found, StringComparer.Ordinal)
                    .Select(value => new FacetValue(value, label(value), 0, Selected: true) { Parent = parent(value) }));
        }

        values.Sort(facet.Type == FacetType.Number ? LatestFirst : MostFrequentFirst);
        var listed = values.Where((value, at) => at < size || value.Selected).ToList();
        return new FacetResult
        {
            Field = facet.Field,
            Label = facet.Label,
            Type = facet.Type,
            Values = listed,
            Missing = missing,
            MissingSelected = selected.Contains(FacetFilter.Missing),
            Other = values.Count - listed.Count,
            Separator = facet.Separator,
        };
    }

    /// <summary>
    /// What a value is below. Each proposal has the values above its own, so that these are counted wherever those below are; and they are
    /// listed before them: they are as frequent at least, and shorter.
    /// </summary>
    private static Func<string, string?> Parents(IReadOnlyList<KeyValuePair<string, long>> counts, FacetDefinition facet)
    {
        if (facet.Separator is null)
        {
            return static _ => null;
        }

        var all = counts.Select(static value => value.Key).ToHashSet(StringComparer.Ordinal);
        return value => FacetPath.Parent(value, facet.Separator, all.Contains);
    }

    /// <summary>Values are shown as they are, but canonical questions by their labels.</summary>
    private static Func<string, string> Labels(FacetDefinition facet, IndexMetadata metadata) => facet.Field == AnsweredFacet.Field
        ? value => metadata.Questions.FirstOrDefault(question => question.Id == value)?.Label ?? value
        : static value => value;

    private static int MostFrequentFirst(FacetValue left, FacetValue right) =>
        left.Count != right.Count ? right.Count.CompareTo(left.Count) : string.CompareOrdinal(left.Value, right.Value);

    private static int LatestFirst(FacetValue left, FacetValue right)
    {
        var leftIsNumber = Numbers.TryRead(left.Value, out var leftNumber);
        var rightIsNumber = Numbers.TryRead(right.Value, out var rightNumber);
        return leftIsNumber != rightIsNumber ? (leftIsNumber ? -1 : 1)
            : leftNumber != rightNumber ? rightNumber.CompareTo(leftNumber)
            : string.CompareOrdinal(left.Value, right.Value);
    }
}
