using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing.Tests;

/// <summary>Keeps what a run hands over.</summary>
internal sealed class RecordingBackend : ISearchBackend
{
    public string Name => "recording";

    public List<Proposal> Added { get; } = [];

    public IndexMetadata? Committed { get; private set; }

    public bool Disposed { get; private set; }

    /// <summary>The id of a proposal that it cannot hold.</summary>
    public string? Refused { get; init; }

    public IProposalIndexBuilder Build(string folder) => new Builder(this);

    public IProposalIndex Open(string folder) => throw new IndexUnavailableException(IndexUnavailableReason.Absent, "the recording backend only builds");

    public IndexVerification Verify(string folder) => throw new NotSupportedException("the recording backend only builds");

    private sealed class Builder(RecordingBackend backend) : IProposalIndexBuilder
    {
        public void Add(Proposal proposal)
        {
            if (proposal.Id == backend.Refused)
            {
                throw new DocumentRefusedException("It is too long.", new ArgumentException("too long"));
            }

            backend.Added.Add(proposal);
        }

        public void Commit(IndexMetadata metadata) => backend.Committed = metadata;

        public void Dispose() => backend.Disposed = true;
    }
}
