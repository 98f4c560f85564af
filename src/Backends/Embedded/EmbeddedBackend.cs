using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded;

/// <summary>The contract on the embedded engine.</summary>
public sealed class EmbeddedBackend : ISearchBackend
{
    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    public IProposalIndexBuilder Build(string folder) => throw new NotSupportedException("written by the Embedded room");

    /// <inheritdoc/>
    public IProposalIndex Open(string folder) => throw new NotSupportedException("written by the Embedded room");

    /// <inheritdoc/>
    public IndexVerification Verify(string folder) => throw new NotSupportedException("written by the Embedded room");
}
