using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Reading;

/// <summary>
/// The values that each facet has in an index, for queries that name them in another spelling or by a range. Read, folded and sorted once, when they are first needed: as
/// long as that takes, since no later query need do it again. Thread-safe.
/// </summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, Lazy<Values>> _values;
    private readonly TermNormalizer _normalizer;

    public FacetValues(IndexSnapshot snapshot, IndexMetadata metadata, TermNormalizer normalizer)
    {
        _normalizer = normalizer;
        _values = metadata.Facets.ToDictionary(facet => facet.Field, facet => new Lazy<Values>(() => Read(snapshot, facet.Field)), StringComparer.Ordinal);
    }

    /// <summary>The documents with a value, whatever its case and accents; <see langword="null"/> where no document has it.</summary>
    public Query? With(string field, string value) =>
        value == FacetFilter.Missing ? new ValueQuery(field, [], Missing: true)
        : _values[field].Value.ByForm.TryGetValue(WordLowering.Fold(value, _normalizer), out var spellings) ? new ValueQuery(field, spellings)
        : null;

    /// <summary>The documents with a number between two ends.</summary>
    public Query Between(string field, long? from, long? to)
    {
        var (numbers, values) = (_values[field].Value.Numbers, _values[field].Value.ByNumber);
        var first = from is { } least ? FirstFrom(numbers, least) : 0;
        var end = to is { } most && most < long.MaxValue ? FirstFrom(numbers, most + 1) : numbers.Length;
        return new ValueQuery(field, new ArraySegment<string>(values, first, Math.Max(end - first, 0)));
    }

    /// <summary>The first of some ascending numbers that is not below one; as many as there are where all are.</summary>
    private static int FirstFrom(long[] numbers, long least)
    {
        var (low, high) = (0, numbers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = numbers[middle] < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Values Read(IndexSnapshot snapshot, string field)
    {
        var all = snapshot.Search(new AllQuery(), new SearchOptions { Top = 0, Facets = [field] }).Facets[0].Values.Select(value => value.Key).ToList();
        var byForm = all.GroupBy(value => WordLowering.Fold(value, _normalizer), StringComparer.Ordinal)
            .ToDictionary(form => form.Key, IReadOnlyList<string> (form) => [.. form], StringComparer.Ordinal);
        var numbers = all.Select(value => (IsNumber: Numbers.TryRead(value, out var number), Number: number, Value: value)).Where(one => one.IsNumber).OrderBy(one => one.Number).ToList();
        return new Values(byForm, [.. numbers.Select(one => one.Number)], [.. numbers.Select(one => one.Value)]);
    }

    /// <summary>The values of a facet.</summary>
    /// <param name="ByForm">Values by the form that their spellings have in common.</param>
    /// <param name="Numbers">Those that are whole numbers, ascending.</param>
    /// <param name="ByNumber">The values of these numbers.</param>
    private sealed record Values(Dictionary<string, IReadOnlyList<string>> ByForm, long[] Numbers, string[] ByNumber);
}
