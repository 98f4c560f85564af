using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>The OpenSearch backend keeps the contract.</summary>
public sealed class OpenSearchConformanceTests(CorpusIndex corpus) : SearchBackendConformance(corpus), INeedsCluster
{
    private static readonly Lazy<string> _corpusLocation = new(TestLocations.New);

    private readonly List<string> _locations = [];

    /// <inheritdoc/>
    protected override string? CorpusLocation => _corpusLocation.Value;

    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(TestLocations.Store);

    /// <inheritdoc/>
    protected override string NewLocation()
    {
        _locations.Add(TestLocations.New());
        return _locations[^1];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _locations.ForEach(TestLocations.Remove);
    }
}
