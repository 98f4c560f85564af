using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>
/// Writes a new index, and has the alias stand for it when it is whole. Where another build of the same was given up, what it left is gone
/// on with (<see cref="UnfinishedBuild"/>); where the cluster fails this one, its index stays for the next.
/// </summary>
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

    private ContentTally _tally = new(IndexMark.Of(alias, settings, []));
    private DocumentTokens _tokens = new(settings);
    private string _name = "";
    private BulkSender? _sender;
    private LeftDocuments? _left;
    private IProgress<int>? _copiesLeft;
    private long _number;
    private bool _isPublished;
    private bool _isRefused;

    /// <inheritdoc/>
    public long AlreadyThere => _left?.AlreadyThere ?? 0;

    /// <inheritdoc/>
    public void TellCopiesLeft(IProgress<int> progress) => _copiesLeft = progress;

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
        var content = DocumentLines.ContentOf(document, _tally.Mark);
        var item = DocumentLines.Of(document, checked((int)number), _tokens, _tally.Mark, content);
        DocumentCheck.CheckBytes(document, item.Lines.Length);
        await KeepingAsync(async () =>
        {
            await SaySeenAsync(cancellation).ConfigureAwait(false);
            if (_left is { } left)
            {
                await left.AddAsync((int)number, content, item, cancellation).ConfigureAwait(false);
                return;
            }

            await sender.AddAsync(item, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        _number = number;
        _tally.Add(document, _tokens);
    }

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        cancellation.ThrowIfCancellationRequested();
        var sender = await SenderAsync(cancellation).ConfigureAwait(false);
        await KeepingAsync(async () =>
        {
            if (_left is { } left)
            {
                await left.CompleteAsync(cancellation).ConfigureAwait(false);
            }

            await Publication.SendAsync(sender, _tally, blobs, cancellation).ConfigureAwait(false);
            await publication.CheckAsync(_name, _tally.Mark, cancellation).ConfigureAwait(false);
            await publication.PublishAsync(_name, _tally.Mark, left => WaitAsync(left, cancellation), cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
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
        if (_isRefused)
        {
            publication.Editions.Leave(_name);
        }
        else if (!_isPublished)
        {
            await publication.Editions.TryRemoveAsync(_name).ConfigureAwait(false);
        }
    }

    /// <summary>Writes something; where the cluster fails, what was written before is kept for the next build.</summary>
    private async ValueTask KeepingAsync(Func<ValueTask> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (IndexUnavailableException)
        {
            _isRefused = true;
            throw;
        }
    }

    /// <summary>Copies are being made.</summary>
    private ValueTask WaitAsync(int left, CancellationToken cancellation)
    {
        _copiesLeft?.Report(left);
        return SaySeenAsync(cancellation);
    }

    /// <summary>
    /// Says now and then in the index that it is being made, so that nobody takes it for given up. Where that is refused, whatever is
    /// written next will tell why.
    /// </summary>
    private async ValueTask SaySeenAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_tally.Mark.Writer is not { } writer || now - writer.SeenAt < WriterMark.Pause)
        {
            return;
        }

        _tally.Mark = _tally.Mark with { Writer = writer with { SeenAt = now } };
        try
        {
            await cluster.AskAsync("PUT", $"/{_name}/_mapping", JsonBody.Object(_tally.Mark.Write), _patience, cancellation)
                .ConfigureAwait(false);
        }
        catch (IndexUnavailableException)
        {
        }
    }

    /// <summary>Makes the index when something is first to be written, of what an earlier build left if there is such a thing.</summary>
    private async ValueTask<BulkSender> SenderAsync(CancellationToken cancellation)
    {
        if (_sender is { } known)
        {
            return known;
        }

        int shards = publication.Options.Shards;
        var writer = WriterMark.Of(WriterMark.DefinitionOf(_tally.Mark, shards), clock.GetUtcNow());
        _tally.Mark = _tally.Mark with { Writer = writer };
        if (await new UnfinishedBuild(cluster, publication.Editions, clock).TakeUpAsync(_tally.Mark, cancellation).ConfigureAwait(false)
            is { } name)
        {
            (_name, _sender) = (name, new BulkSender(cluster, name, clock));
            _left = new LeftDocuments(cluster, name, _sender);
            return _sender;
        }

        _name = IndexNames.Edition(alias, clock.GetUtcNow());
        var made = await NewIndex.MakeAsync(
            cluster, $"/{_name}", IndexDefinition.Write(_tally.Mark, shards), _patience, cancellation).ConfigureAwait(false);
        _sender = new BulkSender(cluster, _name, clock);
        await new Copies(cluster).CheckPlaceAsync(_name, made, cancellation).ConfigureAwait(false);
        return _sender;
    }
}
