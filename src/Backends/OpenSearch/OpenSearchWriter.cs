using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>Writes a new index, and has the alias stand for it when it is whole.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="editions">The indexes behind the alias.</param>
/// <param name="alias">The alias.</param>
/// <param name="settings">How the index is made.</param>
/// <param name="options">How indexes are made on the cluster.</param>
/// <param name="clock">Tells when it is published.</param>
internal sealed class OpenSearchWriter(
    ClusterClient cluster, Editions editions, string alias, IndexSettings settings, OpenSearchSettings options, TimeProvider clock)
    : IIndexWriter
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _name = IndexNames.Edition(alias, clock.GetUtcNow());
    private readonly Copies _copies = new(cluster);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _longTexts = new(StringComparer.Ordinal);
    private IndexMark _mark = IndexMark.Of(alias, settings, []);
    private DocumentTokens _tokens = new(settings);
    private BulkSender? _sender;
    private UInt128 _content;
    private bool _isPublished;

    /// <inheritdoc/>
    public async ValueTask DeclareAsync(
        IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        cancellation.ThrowIfCancellationRequested();
        var made = language is null || language == settings.Analysis.Language
            ? settings : settings with { Analysis = AnalysisOptions.Of(language) };
        _mark = IndexMark.Of(alias, made, columns);
        _tokens = new DocumentTokens(made);
        await SenderAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        DocumentCheck.Check(document);
        var sender = await SenderAsync(cancellation).ConfigureAwait(false);
        _tokens.Read(document);
        var item = DocumentLines.Of(document, (int)_mark.Documents, _tokens, _mark);
        DocumentCheck.CheckBytes(document, item.Lines.Length);
        await sender.AddAsync(item, cancellation).ConfigureAwait(false);
        Count(document);
    }

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        cancellation.ThrowIfCancellationRequested();
        var sender = await SenderAsync(cancellation).ConfigureAwait(false);
        List<IndexBlob> kept =
        [
            .. blobs,
            new IndexBlob(IndexHandle.VocabularyBlob, RecordFormat.Compress(Vocabulary.Write(_stems, _words)), IsHistory: true),
        ];
        if (_longTexts.Count > 0)
        {
            kept.Add(new IndexBlob(IndexHandle.LongTextsBlob, LongTexts.Write(_longTexts), IsHistory: true));
        }

        foreach (var item in kept.SelectMany(DocumentLines.Of))
        {
            await sender.AddAsync(item, cancellation).ConfigureAwait(false);
        }

        await sender.FlushAsync(cancellation).ConfigureAwait(false);
        await CheckAsync(cancellation).ConfigureAwait(false);
        await PublishAsync(kept, IndexMark.BuildOf(_content, _mark.Settings, blobs), cancellation).ConfigureAwait(false);
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
            await TryRemoveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes the index when something is first to be written.</summary>
    private async ValueTask<BulkSender> SenderAsync(CancellationToken cancellation)
    {
        if (_sender is { } known)
        {
            return known;
        }

        var answer = await cluster.SendAsync("PUT", $"/{_name}", IndexDefinition.Write(_mark, options.Shards), _patience, cancellation)
            .ConfigureAwait(false);

        // Nobody else takes this name: where it is there, an answer was lost and the request sent again.
        if (!answer.IsDone && !ClusterErrors.TypesOf(answer).Contains("resource_already_exists_exception"))
        {
            throw ClusterErrors.Of(answer);
        }

        _sender = new BulkSender(cluster, _name, clock);
        var made = answer.IsDone ? SearchAnswers.Parse(answer.Body) : (JsonElement?)null;
        await _copies.CheckPlaceAsync(_name, made, cancellation).ConfigureAwait(false);
        return _sender;
    }

    private void Count(IndexDocument document)
    {
        _content = unchecked(_content + ContentDigest.Of(document));
        _mark = _mark with
        {
            Documents = _mark.Documents + 1,
            DocumentsWithWords = _mark.DocumentsWithWords + (_tokens.WeightedWords > 0 ? 1 : 0),
            WeightedWords = _mark.WeightedWords + _tokens.WeightedWords,
            Words = _mark.Words + _tokens.WordCount,
        };
        Count(_tokens.Stems, _stems);
        Count(_tokens.Words, _words);
        foreach (var (_, value) in document.Values)
        {
            if (!ReferenceEquals(LongTexts.Token(value), value))
            {
                _longTexts.Add(value);
            }
        }
    }

    private static void Count(IEnumerable<string> terms, Dictionary<string, int> counts)
    {
        foreach (string term in terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>Whether the index has all documents that were added.</summary>
    private async ValueTask CheckAsync(CancellationToken cancellation)
    {
        var refreshed = await cluster.AskAsync("POST", $"/{_name}/_refresh", default, _patience, cancellation).ConfigureAwait(false);
        var body = JsonBody.Object(writer =>
            writer.Member("query", query => query.Member("exists", exists => exists.WriteString("field", Fields.Number))));
        var counted = await cluster.AskAsync("POST", $"/{_name}/_count", body, _patience, cancellation).ConfigureAwait(false);
        long there = counted.GetProperty("count").GetInt64();
        int failed = refreshed.GetProperty("_shards").GetProperty("failed").GetInt32()
            + counted.GetProperty("_shards").GetProperty("failed").GetInt32();
        if (failed > 0 || there != _mark.Documents)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                FormattableString.Invariant($"Of {_mark.Documents} documents the cluster has {there} in {_name}; {failed} shards failed. ")
                    + "Probably a node went. Index again; what was published before is searched as it was.");
        }
    }

    private async ValueTask PublishAsync(List<IndexBlob> blobs, string build, CancellationToken cancellation)
    {
        _mark = _mark with
        {
            PublishedAt = clock.GetUtcNow(),
            Build = build,
            Terms = _stems.Count + _words.Count,
            Blobs =
            [
                .. blobs.Select(blob => new KeptBlob(
                    blob.Name, blob.Bytes.Length, DocumentLines.PartsOf(blob.Bytes.Length),
                    Convert.ToHexStringLower(SHA256.HashData(blob.Bytes.Span)))),
            ],
        };
        await cluster.AskAsync("PUT", $"/{_name}/_mapping", JsonBody.Object(_mark.Write), _patience, cancellation).ConfigureAwait(false);
        await _copies.MakeAsync(_name, options.Shards, options.Replicas, cancellation).ConfigureAwait(false);
        await editions.CheckAsync(alias, cancellation).ConfigureAwait(false);
        await editions.SwitchAsync(alias, _name, cancellation).ConfigureAwait(false);
        _isPublished = true;
        await editions.RemoveOldAsync(alias, _name, cancellation).ConfigureAwait(false);
    }

    /// <summary>Where it cannot be removed now, whoever publishes next does so.</summary>
    private async ValueTask TryRemoveAsync()
    {
        try
        {
            await editions.RemoveAsync(_name, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IndexUnavailableException)
        {
        }
    }
}
