using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Completing;
using ProposalSearch.Search.Spelling;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Building;

/// <summary>
/// An index of proposals in the making. One call at a time. Disposed without being published, it leaves nothing behind. Proposals come in
/// the ordinal order of their ids: an engine ranks those that score alike in the order in which it is given them, and need not hold them
/// all.
/// </summary>
public sealed class ProposalIndexBuilder : IAsyncDisposable
{
    private readonly IIndexWriter _writer;
    private readonly SectionLabels _labels = new();
    private CompletionLists _completions = new(ProposalDocument.Settings.Analysis);
    private WrittenWordsCollector _written = new(ProposalDocument.Settings.Analysis);
    private TitleOrder _titles = new(BuiltInLanguages.English.Code);
    private string? _last;
    private bool _isDeclared;

    internal ProposalIndexBuilder(IIndexWriter writer) => _writer = writer;

    /// <inheritdoc cref="IIndexWriter.AlreadyThere"/>
    public long AlreadyThere => _writer.AlreadyThere;

    /// <inheritdoc cref="IIndexWriter.TellCopiesLeft"/>
    public void TellCopiesLeft(IProgress<int> progress) => _writer.TellCopiesLeft(progress);

    /// <summary>Names the facets that proposals may have, and the language of their texts. Once, before the first proposal.</summary>
    /// <param name="facets">The facets.</param>
    /// <param name="language">One of <see cref="SearchBackend.Languages"/>; <see langword="null"/> for English.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask DeclareAsync(
        IReadOnlyList<FacetDefinition> facets, ILanguage? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facets);
        _isDeclared = true;
        var analysis = AnalysisOptions.Of(language ?? BuiltInLanguages.English);
        _titles = new TitleOrder(analysis.Language.Code);
        (_completions, _written) = (new CompletionLists(analysis), new WrittenWordsCollector(analysis));
        await _writer.DeclareAsync(ProposalDocument.Columns(facets), language, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds a published proposal. They come in the ordinal order of their ids, each once.</summary>
    /// <exception cref="ArgumentException">The id is not after that of the proposal before, or the proposal is not published.</exception>
    /// <exception cref="InvalidOperationException">The facets were not declared.</exception>
    /// <exception cref="DocumentRefusedException">The engine cannot hold this proposal, and goes on without it.</exception>
    public async ValueTask AddAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        Check(proposal);
        _last = proposal.Id;
        await _writer.AddAsync(ProposalDocument.Of(proposal, _labels, _titles), cancellation).ConfigureAwait(false);
        _completions.Add(proposal);
        _written.Add(proposal);
    }

    /// <summary>Publishes at one stroke: whoever opens the location gets the old index or the new one, whatever happens.</summary>
    /// <param name="metadata">What is known of the index beside its proposals.</param>
    /// <param name="blobs">What else it is to keep, for <see cref="ProposalIndex.ReadBlobAsync"/>.</param>
    /// <param name="cancellation">Ends it; the old index stands then.</param>
    public async ValueTask PublishAsync(IndexMetadata metadata, IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(blobs);
        await _writer.PublishAsync(
            [.. IndexRecord.Blobs(metadata, _labels), .. _completions.Complete(metadata.Organizations), _written.Complete(), .. blobs],
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Check(Proposal proposal)
    {
        if (!_isDeclared)
        {
            throw new InvalidOperationException($"Name the facets first ({nameof(DeclareAsync)}), then add proposals.");
        }

        if (!proposal.Published)
        {
            throw new ArgumentException($"The proposal '{proposal.Id}' is not published: it must not be indexed.", nameof(proposal));
        }

        if (string.CompareOrdinal(_last, proposal.Id) >= 0)
        {
            throw new ArgumentException(
                $"The proposal '{proposal.Id}' comes after '{_last}': add each once, in the ordinal order of their ids.", nameof(proposal));
        }
    }
}
