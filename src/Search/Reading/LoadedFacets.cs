using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Reading;

/// <summary>The values of those facets that a query names.</summary>
internal sealed class LoadedFacets(IReadOnlyDictionary<string, FacetSpellings> facets)
{
    /// <summary>The documents with a value, whatever its case and accents; <see langword="null"/> where no document has it.</summary>
    public Query? With(string field, string value)
    {
        if (value == FacetFilter.Missing)
        {
            return new ValueQuery(field, [], Missing: true);
        }

        var spellings = facets[field].Like(value);
        return spellings.Count == 0 ? null : new ValueQuery(field, spellings);
    }

    /// <summary>The values that are this one, whatever its case and accents.</summary>
    public IReadOnlyList<string> Like(string field, string value) => facets[field].Like(value);

    /// <summary>The documents with a number between two ends.</summary>
    public ValueQuery Between(string field, long? from, long? to) => new(field, facets[field].Between(from, to));
}
