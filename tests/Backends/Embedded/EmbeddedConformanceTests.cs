using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;

namespace ProposalSearch.Backends.Embedded.Tests;

/// <summary>The embedded backend keeps the whole contract.</summary>
public sealed class EmbeddedConformanceTests(CorpusIndex corpus) : SearchBackendConformance(corpus)
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => BlockingCalls.EmbeddedBackend();
}
