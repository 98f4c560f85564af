using System.Runtime.CompilerServices;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>
/// An opened index. It is never written after it was published, so that it is a snapshot as long as it is there: see
/// <see cref="OpenSearchSettings.KeepReplaced"/>.
/// </summary>
/// <param name="index">The index.</param>
/// <param name="engine">The engine's name.</param>
internal sealed class OpenSearchReader(IndexHandle index, string engine) : IIndexReader
{
    /// <summary>Documents that are read at once where many are wanted.</summary>
    private const int Batch = 200;

    private readonly Watch _watch = new(index.Cluster, index.Name, index.Mark.Alias);
    private readonly Lock _gate = new();
    private volatile IndexTerms? _terms;
    private Task<IndexTerms>? _loading;

    /// <inheritdoc/>
    public IndexIdentity Identity { get; } =
        new(index.Mark.Build, index.Mark.PublishedAt ?? DateTimeOffset.UnixEpoch, index.Mark.Documents, engine);

    /// <inheritdoc/>
    public AnalysisOptions Analysis => index.Mark.Settings.Analysis;

    /// <summary>
    /// The index that was made of this one, for who makes it; <see langword="null"/> where the alias is to be asked.
    /// </summary>
    public Func<IndexHandle>? Next { get; init; }

    /// <inheritdoc/>
    public ValueTask<IIndexReader?> ReopenAsync(CancellationToken cancellation = default) =>
        new(Next is { } next ? new OpenSearchReader(next(), engine) : null);

    /// <inheritdoc/>
    public ISearchRun Begin(TimeLimit limit) => new OpenSearchRun(index, TermsAsync, limit);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
        index.ReadBlobAsync(name, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(
        IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        var found = new Dictionary<string, IStoredDocument>(StringComparer.Ordinal);
        foreach (string[] part in ids.Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var answer = await index.Cluster.SearchAsync(index.Name, Having(part), new TimeLimit(null, TimeProvider.System, cancellation))
                .ConfigureAwait(false);
            foreach (var hit in answer.GetProperty("hits").GetProperty("hits").EnumerateArray())
            {
                var document = index.Read(hit);
                found[document.Id] = document;
            }
        }

        return [.. ids.Select(found.GetValueOrDefault)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IStoredDocument> ReadAsync(
        SearchResult found, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var part in found.Hits.Chunk(Batch))
        {
            var read = await index.ReadAsync(
                [.. part.Select(hit => hit.Document)], new TimeLimit(null, TimeProvider.System, cancellation)).ConfigureAwait(false);
            foreach (var document in read)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return document;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The only file is the index, with all its shards and their copies.</remarks>
    public async ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default)
    {
        var answer = await index.Cluster.AskAsync("GET", $"/{index.Name}/_stats/store,segments", cancellation: cancellation)
            .ConfigureAwait(false);
        var all = answer.GetProperty("_all");
        long bytes = all.GetProperty("total").GetProperty("store").GetProperty("size_in_bytes").GetInt64();
        int segments = all.GetProperty("primaries").GetProperty("segments").GetProperty("count").GetInt32();
        return new IndexStatistics(
            index.Mark.Documents, segments, index.Mark.Terms, index.Mark.Words, bytes, [new IndexFile(index.Name, bytes)]);
    }

    /// <inheritdoc/>
    /// <remarks>The cluster sees to its files: it is told where something else was published.</remarks>
    public string? FindChange() => _watch.Find();

    /// <inheritdoc/>
    public ValueTask<string?> FindObstacleAsync(CancellationToken cancellation = default) => _watch.FindObstacleAsync(cancellation);

    /// <inheritdoc/>
    /// <remarks>The cluster sees to its files.</remarks>
    public string? FindDamage() => null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Reads the terms.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellation) => await Loading().WaitAsync(cancellation).ConfigureAwait(false);

    private static ReadOnlyMemory<byte> Having(string[] ids) => JsonBody.Object(body =>
    {
        body.WriteNumber("size", ids.Length);
        body.Member("query", query => query.Member("terms", terms => terms.Member(Fields.Id, ids.Select(LongTexts.Token))));
    });

    private async ValueTask<IndexTerms> TermsAsync(TimeLimit limit) => _terms ?? await limit.WaitAsync(
        async cancellation => await Loading().WaitAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>The terms on their way: all who wait for them wait for one reading, which goes on where one of them gives up.</summary>
    private Task<IndexTerms> Loading()
    {
        lock (_gate)
        {
            return _loading is { IsFaulted: false } known ? known : _loading = LoadTermsAsync();
        }
    }

    private async Task<IndexTerms> LoadTermsAsync()
    {
        byte[]? kept = await index.ReadBlobAsync(IndexHandle.VocabularyBlob, CancellationToken.None).ConfigureAwait(false);
        return _terms = new IndexTerms(index.Mark, Vocabulary.Read(RecordFormat.Decompress(kept)));
    }
}
