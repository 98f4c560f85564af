using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Completing;
using ProposalSearch.Search.Spelling;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Building;

/// <summary>Changes of an index of proposals. One call at a time. Disposed without being published, it leaves nothing behind.</summary>
public sealed class ProposalIndexUpdate : IAsyncDisposable
{
    private readonly IIndexUpdate _update;
    private readonly SectionLabels _labels;
    private readonly AnalysisOptions _analysis;
    private readonly TitleOrder _titles;
    private WrittenWordsCollector _new;
    private (CompletionLists Completions, WrittenWordsCollector Written)? _lists;

    internal ProposalIndexUpdate(IIndexUpdate update, ProposalIndex before)
    {
        _update = update;
        _labels = new SectionLabels(before.Labels);
        _analysis = update.Before.Analysis;
        _titles = new TitleOrder(_analysis.Language.Code);
        _new = new WrittenWordsCollector(_analysis);
        Before = before;
    }

    /// <summary>The index as it was published; it is disposed with the changes.</summary>
    public ProposalIndex Before { get; }

    /// <inheritdoc cref="IIndexWriter.TellCopiesLeft"/>
    public void TellCopiesLeft(IProgress<int> progress) => _update.TellCopiesLeft(progress);

    /// <summary>Puts a published proposal in place of the one with its id, or adds it where there is none.</summary>
    /// <exception cref="ArgumentException">The proposal is not published.</exception>
    /// <exception cref="DocumentRefusedException">The engine cannot hold this proposal, and goes on without it.</exception>
    /// <exception cref="UpdateRefusedException">The index has to be made anew.</exception>
    public async ValueTask PutAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (!proposal.Published)
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' is not published: it must not be indexed.", nameof(proposal));
        }

        await _update.PutAsync(ProposalDocument.Of(proposal, _labels, _titles), cancellation).ConfigureAwait(false);
        _new.Add(proposal);
    }

    /// <summary>Removes the proposal with an id; does nothing where there is none.</summary>
    public ValueTask DeleteAsync(string id, CancellationToken cancellation = default) => _update.DeleteAsync(id, cancellation);

    /// <summary>
    /// Takes a proposal into new lists of completions and of words with signs, which take the place of those that are there when they are
    /// published next. All proposals, in the ordinal order of their ids, or none.
    /// </summary>
    public void List(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var lists = _lists ??= (new CompletionLists(_analysis), new WrittenWordsCollector(_analysis));
        lists.Completions.Add(proposal);
        lists.Written.Add(proposal);
    }

    /// <summary>
    /// Publishes at one stroke: whoever opens the location gets the old index or the new one, whatever happens. More changes may follow,
    /// and be published in turn.
    /// </summary>
    /// <param name="metadata">What is known of the index beside its proposals.</param>
    /// <param name="blobs">What else it is to keep in place of what it kept under these names; all else stays.</param>
    /// <param name="cancellation">Ends it; the old index stands then.</param>
    public async ValueTask PublishAsync(IndexMetadata metadata, IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(blobs);
        var lists = await CompleteAsync(metadata.Organizations, cancellation).ConfigureAwait(false);
        await _update.PublishAsync([.. IndexRecord.Blobs(metadata, _labels), .. lists, .. blobs], cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// The lists, made anew where all proposals were taken in; else the words with signs that are new beside those that are there.
    /// Searches do without words that no proposal has any more.
    /// </summary>
    private async ValueTask<IReadOnlyList<IndexBlob>> CompleteAsync(
        IEnumerable<IReadOnlyList<string>> organizations, CancellationToken cancellation)
    {
        if (_lists is not var (completions, written))
        {
            if (_new.IsEmpty)
            {
                return [];
            }

            var known = await _update.Before.ReadBlobAsync(WrittenWords.BlobName, cancellation).ConfigureAwait(false);
            return _new.CompleteWith(known) is { } more ? [more] : [];
        }

        (_lists, _new) = (null, new WrittenWordsCollector(_analysis));
        return [.. completions.Complete(organizations), written.Complete()];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _update.DisposeAsync();
}
