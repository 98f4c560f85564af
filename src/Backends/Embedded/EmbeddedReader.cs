using System.Runtime.CompilerServices;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
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
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) => Answer(() => _snapshot.ReadBlob(name), cancellation);

    /// <inheritdoc/>
    public ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options, CancellationToken cancellation = default) =>
        Answer(() => _snapshot.Search(query, options), cancellation);

    /// <inheritdoc/>
    /// <remarks>Documents are read in the order in which they are stored.</remarks>
    public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request, CancellationToken cancellation = default) => Answer(() =>
    {
        var highlighter = request.Marked is { } marked ? new Highlighter(_snapshot, marked) : null;
        var parts = Matches(request);
        var details = new DocumentDetails[request.Documents.Count];
        foreach (var (at, ranked) in request.Documents.Index().OrderBy(pair => pair.Item.Document))
        {
            cancellation.ThrowIfCancellationRequested();
            details[at] = new DocumentDetails(new EmbeddedDocument(_snapshot, _folder, ranked.Document))
            {
                WholeMatches = highlighter?.MatchesIn(ranked.Document, request.WholeLabel) ?? [],
                Passages = highlighter?.Passages(ranked.Document, request.Passages) ?? [],
                MatchedParts = [.. parts.Select(part => part[at])],
                Explanation = request.Explained is { } explained ? _snapshot.Explain(explained, ranked.Document) : null,
            };
        }

        return (IReadOnlyList<DocumentDetails>)details;
    }, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default) => Answer(
        () => (IReadOnlyList<IStoredDocument?>)[.. ids.Select(id => _snapshot.TryFind(id, out var document) ? new EmbeddedDocument(_snapshot, _folder, document) : null)],
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var hit in found.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new EmbeddedDocument(_snapshot, _folder, hit.Document);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms, CancellationToken cancellation = default) =>
        Answer(() => (IReadOnlyList<long>)[.. terms.Select(term => _snapshot.DocumentFrequency(form, term))], cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits, CancellationToken cancellation = default) =>
        Answer(() => _snapshot.NearTerms(term, maximumEdits), cancellation);

    /// <inheritdoc/>
    public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => Answer(() =>
    {
        var manifest = new FileInfo(Path.Combine(_folder, Manifest.FileName));
        var files = _snapshot.Manifest.AllFiles.Select(file => new IndexFile(file.Name, file.Length))
            .Append(new IndexFile(Manifest.FileName, manifest.Exists ? manifest.Length : 0))
            .ToList();
        return new IndexStatistics(
            _snapshot.DocumentCount, _snapshot.Manifest.Segments.Count, _snapshot.TermCount(), _snapshot.TokenCount(), files.Sum(file => file.Bytes), files);
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _snapshot.Dispose();

    private bool[][] Matches(DetailsRequest request)
    {
        int[] documents = [.. request.Documents.Select(ranked => ranked.Document)];
        return [.. request.Parts.Select(part => _snapshot.Matches(part, documents))];
    }

    private ValueTask<T> Answer<T>(Func<T> answer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(EngineErrors.Read(_snapshot, _folder, answer));
    }
}
