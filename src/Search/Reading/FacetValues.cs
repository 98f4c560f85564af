using System.Collections.Concurrent;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Reading;

/// <summary>
/// The values that each facet has in an index, for queries that name them in another spelling or by a range. Read when first needed, as
/// long as that takes, and then kept. Thread-safe.
/// </summary>
internal sealed class FacetValues(IIndexReader reader, TermNormalizer normalizer, KnownOrganizations organizations)
{
    private readonly ConcurrentDictionary<string, Task<FacetSpellings>> _known = new(StringComparer.Ordinal);

    /// <summary>The values of some facets.</summary>
    public async ValueTask<LoadedFacets> LoadAsync(IEnumerable<string> fields, CancellationToken cancellation)
    {
        var loaded = new Dictionary<string, FacetSpellings>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!loaded.ContainsKey(field))
            {
                loaded.Add(field, await LoadAsync(field, cancellation).ConfigureAwait(false));
            }
        }

        return new LoadedFacets(loaded, organizations);
    }

    /// <summary>Others may wait for the same values, so that reading them does not end with the request that asked first.</summary>
    private async ValueTask<FacetSpellings> LoadAsync(string field, CancellationToken cancellation)
    {
        var reading = _known.GetOrAdd(field, name => ReadAsync(name).AsTask());
        try
        {
            return await reading.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch when (reading.IsFaulted)
        {
            _known.TryRemove(new(field, reading));
            throw;
        }
    }

    private async ValueTask<FacetSpellings> ReadAsync(string field)
    {
        var all = await reader.Begin(TimeLimit.None)
            .SearchAsync(new AllQuery(), new SearchOptions { Top = 0, Facets = [field] })
            .ConfigureAwait(false);
        return new FacetSpellings([.. all.Facets[0].Values.Select(value => value.Key)], normalizer);
    }
}
