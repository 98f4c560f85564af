using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;

namespace ProposalSearch.Backends.Embedded.Tests.Incremental;

/// <summary>The embedded backend answers from an index that was gone on from as from one that was made anew.</summary>
public sealed class EmbeddedIncrementalTests : IncrementalConformance
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => BlockingCalls.EmbeddedBackend();
}
