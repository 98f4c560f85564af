using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Building;

/// <summary>
/// Gathers proposals, and gives them to the engine in the order of their ids when it is known which of their facets to index: the
/// engine breaks ties of score in the order in which it is given documents.
/// </summary>
internal sealed class ProposalIndexBuilder(string folder, IndexWriter writer) : IProposalIndexBuilder
{
    private readonly SortedDictionary<string, Proposal> _proposals = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Add(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (!proposal.Published)
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' is not published: it must not be indexed.", nameof(proposal));
        }

        if (!_proposals.TryAdd(proposal.Id, proposal))
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' was added before ({_proposals[proposal.Id].SourcePath}): ids are unique.", nameof(proposal));
        }
    }

    /// <inheritdoc/>
    public void Commit(IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        EngineErrors.Translate(folder, () =>
        {
            var labels = new SectionLabels();
            foreach (var proposal in _proposals.Values)
            {
                writer.Add(ProposalDocument.Of(proposal, metadata, labels));
            }

            writer.Commit(new IndexRecord(IndexRecord.CurrentVersion, metadata, labels.All).Write());
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
