using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Reading;

/// <summary>The values of those facets that a query names.</summary>
/// <param name="facets">The values by facet.</param>
/// <param name="organizations">Organizations that have several names: each stands for all of them.</param>
internal sealed class LoadedFacets(IReadOnlyDictionary<string, FacetSpellings> facets, KnownOrganizations organizations)
{
    /// <summary>
    /// The documents with a value, whatever its case and accents, and with all names of an organization; <see langword="null"/> where no
    /// document has it.
    /// </summary>
    public Query? With(string field, string value)
    {
        if (value == FacetFilter.Missing)
        {
            return new ValueQuery(field, [], Missing: true);
        }

        string[] spellings = [.. organizations.WithNamesOf(value).SelectMany(facets[field].Like).Distinct(StringComparer.Ordinal)];
        return spellings.Length == 0 ? null : new ValueQuery(field, spellings);
    }

    /// <summary>A value as it stands; of an organization, all its names.</summary>
    public IEnumerable<string> Named(string value) => organizations.WithNamesOf(value);

    /// <summary>The values that are this one, whatever its case and accents.</summary>
    public IReadOnlyList<string> Like(string field, string value) => facets[field].Like(value);

    /// <summary>The documents with a number between two ends.</summary>
    public ValueQuery Between(string field, long? from, long? to) => new(field, facets[field].Between(from, to));
}
