using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>It answers generated queries as the plain twin does.</summary>
public sealed class OpenSearchGeneratedQueryTests(ITestOutputHelper output) : GeneratedQueryConformance(output), ITakesLong
{
    /// <inheritdoc/>
    protected override string Location { get; } = TestLocations.New();

    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(TestLocations.Store);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        TestLocations.Remove(Location);
    }
}
