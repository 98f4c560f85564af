using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>It answers as the embedded engine does, to the rounding of a score.</summary>
public sealed class OpenSearchDifferentialTests(ITestOutputHelper output) : DifferentialConformance(output), ITakesLong, IDisposable
{
    private readonly string _location = TestLocations.New();

    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(TestLocations.Store);

    /// <inheritdoc/>
    protected override string NewLocation() => _location;

    /// <inheritdoc/>
    public void Dispose() => TestLocations.Remove(_location);
}
