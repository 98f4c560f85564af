using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;

namespace ProposalSearch.Backends.Embedded.Tests;

/// <summary>The embedded backend keeps what is promised of backends that keep files.</summary>
public sealed class EmbeddedFileTests : FileBackendConformance
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => BlockingCalls.EmbeddedBackend();
}
