using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.InMemory;

/// <summary>
/// The contract on a list: every search reads every proposal and looks for words by containment. Small enough to be right by
/// reading it; for tests of what stands on the contract. Indexes live as long as the backend.
/// </summary>
public sealed class InMemoryBackend : ISearchBackend
{
    private readonly Dictionary<string, InMemoryIndex> _indexes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "in-memory";

    /// <inheritdoc/>
    public IProposalIndexBuilder Build(string folder) => new Builder(this, folder);

    /// <inheritdoc/>
    public IProposalIndex Open(string folder)
        => _indexes.TryGetValue(folder, out var index)
            ? index
            : throw new IndexUnavailableException(IndexUnavailableReason.Absent, $"There is no index in {folder}: build one.");

    /// <inheritdoc/>
    public IndexVerification Verify(string folder) => new(0, []);

    private sealed class Builder(InMemoryBackend backend, string folder) : IProposalIndexBuilder
    {
        private readonly List<Proposal> _proposals = [];

        public void Add(Proposal proposal) => _proposals.Add(proposal);

        public void Commit(IndexMetadata metadata) => backend._indexes[folder] = new InMemoryIndex(_proposals, metadata);

        public void Dispose()
        {
        }
    }
}
