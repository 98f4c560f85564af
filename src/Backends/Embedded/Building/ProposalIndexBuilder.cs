using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Backends.Embedded.Suggesting;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Building;

/// <summary>
/// Gives proposals to the engine as they come: it builds segments of them in the background, and breaks ties of score in the order in
/// which it is given documents, which is that of their ids.
/// </summary>
internal sealed class ProposalIndexBuilder(string folder, IndexWriter writer) : IProposalIndexBuilder
{
    private readonly SectionLabels _labels = new();
    private readonly CompletionLists _completions = new();
    private string? _last;

    /// <inheritdoc/>
    public void Add(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (!proposal.Published)
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' is not published: it must not be indexed.", nameof(proposal));
        }

        if (string.CompareOrdinal(_last, proposal.Id) >= 0)
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' comes after '{_last}': add each once, in the ordinal order of their ids.", nameof(proposal));
        }

        _last = proposal.Id;
        EngineErrors.Translate(folder, () => Write(proposal));
        _completions.Add(proposal);
    }

    /// <inheritdoc/>
    public void Commit(IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        EngineErrors.Translate(folder, () =>
        {
            writer.Commit(new IndexRecord(IndexRecord.CurrentVersion, metadata, _labels.All).Write(), _completions.Complete());
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private bool Write(Proposal proposal)
    {
        try
        {
            writer.Add(ProposalDocument.Of(proposal, _labels));
            return true;
        }
        catch (DocumentRefusedException refusal)
        {
            throw new ProposalRefusedException(refusal.Message, refusal);
        }
    }
}
