using ProposalSearch.Proposals.Search;
using ProposalSearch.Testing.Conformance;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Embedded.Tests;

/// <summary>The embedded backend finds what the plain twin finds, whatever is asked.</summary>
public sealed class EmbeddedGeneratedQueryTests(ITestOutputHelper output) : GeneratedQueryConformance(output)
{
    /// <inheritdoc/>
    protected override ISearchBackend CreateBackend() => new EmbeddedBackend();
}
