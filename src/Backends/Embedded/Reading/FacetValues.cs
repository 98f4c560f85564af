using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Reading;

/// <summary>The values that each facet has in an index, for queries that name them in another spelling or by a range. Read when first needed. Thread-safe.</summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, Lazy<IReadOnlyList<string>>> _values;

    public FacetValues(IndexSnapshot snapshot, IndexMetadata metadata) =>
        _values = metadata.Facets.ToDictionary(facet => facet.Field, facet => new Lazy<IReadOnlyList<string>>(() => Read(snapshot, facet.Field)), StringComparer.Ordinal);

    /// <summary>The documents with a value, whatever its case and accents; <see langword="null"/> where no document has it.</summary>
    public Query? With(string field, string value, Func<string, string> fold)
    {
        if (value == FacetFilter.Missing)
        {
            return new ValueQuery(field, [], Missing: true);
        }

        var folded = fold(value);
        var spellings = _values[field].Value.Where(known => known == value || fold(known) == folded).ToList();
        return spellings.Count == 0 ? null : new ValueQuery(field, spellings);
    }

    /// <summary>The documents with a number between two ends.</summary>
    public Query Between(string field, long? from, long? to) =>
        new ValueQuery(field, [.. _values[field].Value.Where(value => Numbers.TryRead(value, out var number) && !(number < from) && !(number > to))]);

    private static List<string> Read(IndexSnapshot snapshot, string field) =>
        snapshot.Search(new AllQuery(), new SearchOptions { Top = 0, Facets = [field] }).Facets[0].Values.Select(value => value.Key).ToList();
}
