using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Embedded.Tests.Suite;

/// <summary>The embedded engine with one thing of its answers changed.</summary>
/// <param name="result">What becomes of what a search found.</param>
/// <param name="details">What becomes of what is said of a document.</param>
internal sealed class BrokenStore(Func<SearchResult, SearchResult>? result = null, Func<DocumentDetails, DocumentDetails>? details = null)
    : IIndexStore
{
    private readonly EmbeddedStore _whole = new();

    public string Name => _whole.Name;

    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        _whole.CreateAsync(location, settings, cancellation);

    public async ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        new Reader(await _whole.OpenAsync(location, cancellation), this);

    public async ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        new Reader(await _whole.OpenToServeAsync(location, heldIn, cancellation), this);

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) =>
        _whole.VerifyAsync(location, cancellation);

    private SearchResult Change(SearchResult found) => result is null ? found : result(found);

    private DocumentDetails Change(DocumentDetails said) => details is null ? said : details(said);

    private sealed class Reader(IIndexReader whole, BrokenStore broken) : IIndexReader
    {
        public IndexIdentity Identity => whole.Identity;

        public ISearchRun Begin(TimeLimit limit) => new Run(whole.Begin(limit), broken);

        public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
            whole.ReadBlobAsync(name, cancellation);

        public ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default) =>
            whole.FindAsync(ids, cancellation);

        public IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found, CancellationToken cancellation = default) =>
            whole.ReadAsync(found, cancellation);

        public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => whole.StatisticsAsync(cancellation);

        public string? FindChange() => whole.FindChange();

        public string? FindDamage() => whole.FindDamage();

        public void Dispose() => whole.Dispose();
    }

    private sealed class Run(ISearchRun whole, BrokenStore broken) : ISearchRun
    {
        public async ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options) =>
            broken.Change(await whole.SearchAsync(query, options));

        public async ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) =>
            [.. (await whole.DescribeAsync(request)).Select(broken.Change)];

        public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms) =>
            whole.DocumentFrequenciesAsync(form, terms);

        public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits) => whole.NearTermsAsync(term, maximumEdits);
    }
}
