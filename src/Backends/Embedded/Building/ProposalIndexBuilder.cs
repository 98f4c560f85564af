using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Building;

/// <summary>
/// Gives proposals to the engine in the order of their ids, since the engine breaks ties of score in the order in which it is given
/// documents. Those that come in that order, as the pipeline's do, go to the engine at once; when one does not, all are given
/// anew at the commit. So they are held in memory until then.
/// </summary>
internal sealed class ProposalIndexBuilder(string folder, Func<IndexWriter> create) : IProposalIndexBuilder
{
    private readonly SortedDictionary<string, Proposal> _proposals = new(StringComparer.Ordinal);
    private SectionLabels _labels = new();
    private IndexWriter _writer = create();
    private string? _last;
    private bool _inOrder = true;

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

        _inOrder = _inOrder && string.CompareOrdinal(_last, proposal.Id) < 0;
        _last = proposal.Id;
        if (_inOrder)
        {
            Give(proposal);
        }
    }

    /// <inheritdoc/>
    public void Commit(IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        EngineErrors.Translate(folder, () =>
        {
            if (!_inOrder)
            {
                GiveAnew();
            }

            _writer.Commit(new IndexRecord(IndexRecord.CurrentVersion, metadata, _labels.All).Write());
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Give(Proposal proposal) => _writer.Add(ProposalDocument.Of(proposal, _labels));

    private void GiveAnew()
    {
        _writer.Dispose();
        _writer = create();
        _labels = new SectionLabels();
        _inOrder = true;
        foreach (var proposal in _proposals.Values)
        {
            Give(proposal);
        }
    }
}
