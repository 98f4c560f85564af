using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Embedded.Tests;

/// <summary>What people paste and mistype, on a real archive.</summary>
public sealed class EmbeddedArchiveReadingTests(ITestOutputHelper output) : ArchiveReadingConformance(output)
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new EmbeddedStore());
}
