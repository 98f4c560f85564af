using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Proposals.Tests.Indexing;

/// <summary>Keeps what a run hands over.</summary>
internal sealed class RecordingBackend : ISearchBackend
{
    public string Name => "recording";

    public List<Proposal> Added { get; } = [];

    public IndexMetadata? Committed { get; private set; }

    public bool Disposed { get; private set; }

    public IProposalIndexBuilder Build(string folder) => new Builder(this);

    public IProposalIndex Open(string folder) => throw new IndexUnavailableException(IndexUnavailableReason.Absent, "the recording backend only builds");

    public IndexVerification Verify(string folder) => throw new NotSupportedException("the recording backend only builds");

    private sealed class Builder(RecordingBackend backend) : IProposalIndexBuilder
    {
        public void Add(Proposal proposal) => backend.Added.Add(proposal);

        public void Commit(IndexMetadata metadata) => backend.Committed = metadata;

        public void Dispose() => backend.Disposed = true;
    }
}
