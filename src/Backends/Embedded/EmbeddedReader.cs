using System.Runtime.CompilerServices;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Embedded;

/// <summary>An opened index of the embedded engine.</summary>
internal sealed class EmbeddedReader : IIndexReader
{
    private readonly IndexSnapshot _snapshot;
    private readonly string _folder;

    public EmbeddedReader(IndexSnapshot snapshot, string folder, string engine)
    {
        _snapshot = snapshot;
        _folder = folder;
        var published = File.GetLastWriteTimeUtc(Path.Combine(folder, Manifest.FileName));
        Identity = new IndexIdentity(BuildDigest.Of(snapshot.Manifest), published, snapshot.DocumentCount, engine);
    }

    /// <inheritdoc/>
    public IndexIdentity Identity { get; }

    /// <inheritdoc/>
    public AnalysisOptions Analysis => _snapshot.Settings.Analysis;

    /// <inheritdoc/>
    public ISearchRun Begin(TimeLimit limit) => new EmbeddedRun(_snapshot, new SearchRun(limit));

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
        Answer(() => _snapshot.ReadBlob(name), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default) =>
        Answer(() => (IReadOnlyList<IStoredDocument?>)[.. ids.Select(Find)], cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IStoredDocument> ReadAsync(
        SearchResult found, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var hit in found.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new EmbeddedDocument(_snapshot, hit.Document);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => Answer(() =>
    {
        var manifest = new FileInfo(Path.Combine(_folder, Manifest.FileName));
        var files = _snapshot.Manifest.AllFiles.Select(file => new IndexFile(file.Name, file.Length))
            .Append(new IndexFile(Manifest.FileName, manifest.Exists ? manifest.Length : 0))
            .ToList();
        return new IndexStatistics(
            _snapshot.DocumentCount, _snapshot.Manifest.Segments.Count, _snapshot.TermCount(), _snapshot.TokenCount(),
            files.Sum(file => file.Bytes), files);
    }, cancellation);

    /// <inheritdoc/>
    public string? FindChange() => _snapshot.FindChange();

    /// <inheritdoc/>
    public string? FindDamage() => _snapshot.FindDamage()?.Message;

    /// <inheritdoc/>
    public void Dispose() => _snapshot.Dispose();

    private EmbeddedDocument? Find(string id) => _snapshot.TryFind(id, out var document) ? new EmbeddedDocument(_snapshot, document) : null;

    private ValueTask<T> Answer<T>(Func<T> answer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(EngineErrors.Read(_snapshot, answer));
    }
}
