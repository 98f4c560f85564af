using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>
/// Changes what is published: makes an index of it (<see cref="IndexCopy"/>), sends what changed, and has the alias stand for that. The
/// index before stays as it is, for whoever has it open.
/// </summary>
internal sealed class OpenSearchUpdate : IIndexUpdate
{
    /// <summary>Changes that are looked up and sent together.</summary>
    private const int Batch = 64;

    /// <summary>Characters from which on a document's request may be too large, which is tried before it is taken.</summary>
    private const int ManyCharacters = 1 << 20;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ClusterClient _cluster;
    private readonly Publication _publication;
    private readonly TimeProvider _clock;
    private readonly OpenSearchReader _before;
    private readonly DocumentTokens _tokens;
    private readonly Dictionary<string, IndexDocument?> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private IndexHandle _current;
    private NewNumbers _numbers;
    private ContentTally? _tally;
    private IProgress<int>? _copiesLeft;
    private (string Name, BulkSender Sender)? _next;

    /// <summary>Changes of an index.</summary>
    /// <param name="index">The index as it was published.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="publication">Publishes.</param>
    /// <param name="clock">Tells when.</param>
    public OpenSearchUpdate(IndexHandle index, string engine, Publication publication, TimeProvider clock)
    {
        (_cluster, _publication, _clock) = (index.Cluster, publication, clock);
        (_current, _numbers, _tokens) = (index, new NewNumbers(index), new DocumentTokens(index.Mark.Settings));
        _before = new OpenSearchReader(index, engine) { Next = () => _current };
    }

    /// <inheritdoc/>
    public IIndexReader Before => _before;

    /// <inheritdoc/>
    public void TellCopiesLeft(IProgress<int> progress) => _copiesLeft = progress;

    /// <inheritdoc/>
    public async ValueTask PutAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        DocumentCheck.Check(document);
        var tally = await TallyAsync(cancellation).ConfigureAwait(false);
        await DeclareAsync(tally, document, cancellation).ConfigureAwait(false);
        if (document.Stored.Length + document.Sections.Sum(section => (long)section.Text.Length) > ManyCharacters)
        {
            _tokens.Read(document.Sections);
            DocumentCheck.CheckBytes(document, DocumentLines.Of(document, int.MaxValue, _tokens, tally.Mark).Lines.Length);
        }

        await WaitAsync(document.Id, document, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return WaitAsync(id, null, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        cancellation.ThrowIfCancellationRequested();
        var (name, sender) = await NextAsync(cancellation).ConfigureAwait(false);
        var tally = await TallyAsync(cancellation).ConfigureAwait(false);
        await SendWaitingAsync(cancellation).ConfigureAwait(false);
        await Publication.SendAsync(sender, tally, blobs, cancellation).ConfigureAwait(false);
        await CheckAsync(name, tally.Mark, cancellation).ConfigureAwait(false);
        tally.Mark = await _publication.PublishAsync(name, tally.Mark, WaitAsync, cancellation).ConfigureAwait(false);
        await sender.DisposeAsync().ConfigureAwait(false);
        _next = null;
        _current = new IndexHandle(_cluster, name, tally.Mark);
        _numbers = new NewNumbers(_current);
        _sent.Clear();
        await _publication.Editions.RemoveOldAsync(tally.Mark.Alias, name, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _before.Dispose();
        if (_next is var (name, sender))
        {
            _next = null;
            await sender.DisposeAsync().ConfigureAwait(false);
            await _publication.Editions.TryRemoveAsync(name).ConfigureAwait(false);
        }
    }

    private ValueTask WaitAsync(int left)
    {
        _copiesLeft?.Report(left);
        return default;
    }

    private async ValueTask<ContentTally> TallyAsync(CancellationToken cancellation) =>
        _tally ??= await ContentTally.OfAsync(_current, cancellation).ConfigureAwait(false);

    /// <summary>The index that is to be published next, made when something is first to be written.</summary>
    private async ValueTask<(string Name, BulkSender Sender)> NextAsync(CancellationToken cancellation)
    {
        if (_next is { } known)
        {
            return known;
        }

        var tally = await TallyAsync(cancellation).ConfigureAwait(false);
        string name = IndexNames.Edition(tally.Mark.Alias, _clock.GetUtcNow());
        tally.Mark = tally.Mark with { PublishedAt = null, Build = "" };
        _next = (name, new BulkSender(_cluster, name, _clock));
        await new IndexCopy(_cluster).MakeAsync(_current.Name, name, tally.Mark, cancellation).ConfigureAwait(false);
        return _next.Value;
    }

    /// <summary>Adds the columns that no document had before.</summary>
    private async ValueTask DeclareAsync(ContentTally tally, IndexDocument document, CancellationToken cancellation)
    {
        IndexColumn[] more =
        [
            .. document.Values.Select(value => new IndexColumn(value.Column, ColumnKind.Text))
                .Concat(document.Numbers.Select(number => new IndexColumn(number.Column, ColumnKind.Number)))
                .Distinct().Where(column => tally.Mark.NumberOf(column.Name, column.Kind) is null),
        ];
        if (more.Length == 0)
        {
            return;
        }

        int first = tally.Mark.Columns.Count;
        if (first + more.Length > _current.Mark.Columns.Count + IndexDefinition.MostNewColumns)
        {
            throw new UpdateRefusedException($"There are more new columns than an index takes that is there: {more[^1].Name}.");
        }

        var (name, _) = await NextAsync(cancellation).ConfigureAwait(false);
        tally.Mark = tally.Mark.With(more);
        await _cluster.AskAsync("PUT", $"/{name}/_mapping", IndexDefinition.WriteColumns(tally.Mark, first), _patience, cancellation)
            .ConfigureAwait(false);
    }

    private async ValueTask WaitAsync(string id, IndexDocument? document, CancellationToken cancellation)
    {
        _waiting[id] = document;
        if (_waiting.Count >= Batch)
        {
            await SendWaitingAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask SendWaitingAsync(CancellationToken cancellation)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var known = await KnownDocument.FindAsync(
            _current, await SourceAsync(cancellation).ConfigureAwait(false), _waiting.Keys, cancellation).ConfigureAwait(false);
        foreach (var (id, document) in _waiting)
        {
            await SendAsync(id, document, known.GetValueOrDefault(id), cancellation).ConfigureAwait(false);
        }

        _waiting.Clear();
    }

    /// <summary>Has a document that is there replaced or removed, or a new one added.</summary>
    private async ValueTask SendAsync(string id, IndexDocument? document, KnownDocument? before, CancellationToken cancellation)
    {
        var (_, sender) = await NextAsync(cancellation).ConfigureAwait(false);
        var tally = await TallyAsync(cancellation).ConfigureAwait(false);
        if (before is not null)
        {
            _tokens.Read(before.Document.Sections);
            tally.Remove(before.Digest, _tokens);
        }

        if (document is not null)
        {
            int number = before?.Number ?? await _numbers.AddAsync(id, cancellation).ConfigureAwait(false);
            _tokens.Read(document.Sections);
            await sender.AddAsync(DocumentLines.Of(document, number, _tokens, tally.Mark), cancellation).ConfigureAwait(false);
            tally.Add(document, _tokens);
        }
        else if (before is not null)
        {
            await sender.AddAsync(DocumentLines.Removal(id, before.Number), cancellation).ConfigureAwait(false);
        }

        _sent.Add(id);
    }

    /// <summary>
    /// Where documents are looked up that are to be replaced: in what was published, unless one of them was sent since, and is to be found
    /// as it is now.
    /// </summary>
    private async ValueTask<string> SourceAsync(CancellationToken cancellation)
    {
        if (!_waiting.Keys.Any(_sent.Contains))
        {
            return _current.Name;
        }

        var (name, sender) = await NextAsync(cancellation).ConfigureAwait(false);
        await sender.FlushAsync(cancellation).ConfigureAwait(false);
        await _cluster.AskAsync("POST", $"/{name}/_refresh", default, _patience, cancellation).ConfigureAwait(false);
        return name;
    }

    /// <summary>Documents that are missing were so before: only an index of everything can mend that.</summary>
    private async ValueTask CheckAsync(string name, IndexMark mark, CancellationToken cancellation)
    {
        try
        {
            await _publication.CheckAsync(name, mark, cancellation).ConfigureAwait(false);
        }
        catch (IndexUnavailableException fault) when (fault.Reason == IndexUnavailableReason.Inaccessible)
        {
            throw new UpdateRefusedException(fault.Message);
        }
    }
}
