using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>Writes a new index, and has the alias stand for it when it is whole.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="publication">Publishes it.</param>
/// <param name="alias">The alias.</param>
/// <param name="settings">How the index is made.</param>
/// <param name="clock">Tells when it is begun.</param>
internal sealed class OpenSearchWriter(
    ClusterClient cluster, Publication publication, string alias, IndexSettings settings, TimeProvider clock)
    : IIndexWriter
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _name = IndexNames.Edition(alias, clock.GetUtcNow());
    private ContentTally _tally = new(IndexMark.Of(alias, settings, []));
    private DocumentTokens _tokens = new(settings);
    private BulkSender? _sender;
    private long _number;
    private bool _isPublished;

    /// <inheritdoc/>
    public async ValueTask DeclareAsync(
        IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        cancellation.ThrowIfCancellationRequested();
        var made = language is null || language == settings.Analysis.Language
            ? settings : settings with { Analysis = AnalysisOptions.Of(language) };
        _tally = new ContentTally(IndexMark.Of(alias, made, columns));
        _tokens = new DocumentTokens(made);
        await SenderAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        DocumentCheck.Check(document);
        var sender = await SenderAsync(cancellation).ConfigureAwait(false);
        _tokens.Read(document.Sections);
        long number = _number + DocumentNumbers.DistanceAfter(_tally.Mark.Documents);
        var item = DocumentLines.Of(document, checked((int)number), _tokens, _tally.Mark);
        DocumentCheck.CheckBytes(document, item.Lines.Length);
        await sender.AddAsync(item, cancellation).ConfigureAwait(false);
        _number = number;
        _tally.Add(document, _tokens);
    }

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        cancellation.ThrowIfCancellationRequested();
        var sender = await SenderAsync(cancellation).ConfigureAwait(false);
        await Publication.SendAsync(sender, _tally, blobs, cancellation).ConfigureAwait(false);
        await publication.CheckAsync(_name, _tally.Mark, cancellation).ConfigureAwait(false);
        await publication.PublishAsync(_name, _tally.Mark, cancellation).ConfigureAwait(false);
        _isPublished = true;
        await publication.Editions.RemoveOldAsync(alias, _name, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_sender is null)
        {
            return;
        }

        await _sender.DisposeAsync().ConfigureAwait(false);
        _sender = null;
        if (!_isPublished)
        {
            await publication.Editions.TryRemoveAsync(_name).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the index when something is first to be written.</summary>
    private async ValueTask<BulkSender> SenderAsync(CancellationToken cancellation)
    {
        if (_sender is { } known)
        {
            return known;
        }

        var made = await NewIndex.MakeAsync(
            cluster, $"/{_name}", IndexDefinition.Write(_tally.Mark, publication.Options.Shards), _patience, cancellation)
            .ConfigureAwait(false);
        _sender = new BulkSender(cluster, _name, clock);
        await new Copies(cluster).CheckPlaceAsync(_name, made, cancellation).ConfigureAwait(false);
        return _sender;
    }
}
