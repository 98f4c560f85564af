using ProposalSearch.Backends.Embedded;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Tests.Limits;

/// <summary>
/// Its searches for <c>held</c> keep their thread, as real ones do, until they are let go or cancelled; those for <c>long</c> exceed their
/// time.
/// </summary>
internal sealed class HeldBackend : IIndexStore, IDisposable
{
    private readonly EmbeddedStore _whole = new();
    private readonly ManualResetEventSlim _let = new();
    private int _running;
    private int _cancelled;

    public string Name => _whole.Name;

    /// <summary>The contract on it.</summary>
    public SearchBackend Backend => new(this);

    /// <summary>Searches that are held now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Searches that were cancelled.</summary>
    public int Cancelled => Volatile.Read(ref _cancelled);

    /// <summary>The time that the last search was allowed.</summary>
    public TimeSpan? Budget { get; private set; }

    /// <summary>What a search waits for before it is carried out, without a thread of its own.</summary>
    public Func<SearchOptions, Task>? Before { get; set; }

    public void Let() => _let.Set();

    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        _whole.CreateAsync(location, settings, cancellation);

    public async ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        new Held(this, await _whole.OpenAsync(location, cancellation));

    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
        => OpenAsync(location, cancellation);

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
        => _whole.VerifyAsync(location, cancellation);

    public void Dispose() => _let.Dispose();

    /// <summary>Holds a search for <c>held</c>, and says that the time of one for <c>long</c> is spent.</summary>
    private void Hold(Query query, TimeLimit limit)
    {
        Budget = limit.Budget;
        if (IsFor(query, "long"))
        {
            throw new TimeExceededException(limit.Budget!.Value);
        }

        if (!IsFor(query, "held"))
        {
            return;
        }

        Interlocked.Increment(ref _running);
        try
        {
            _let.Wait(TimeSpan.FromSeconds(60), limit.Cancellation);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static bool IsFor(Query query, string word) => query switch
    {
        TermQuery term => term.Term == word,
        BoostQuery boost => IsFor(boost.Inner, word),
        BooleanQuery boolean => boolean.Must.Concat(boolean.Should).Concat(boolean.Filter).Any(inner => IsFor(inner, word)),
        _ => false,
    };

    private sealed class Held(HeldBackend backend, IIndexReader whole) : IIndexReader
    {
        public IndexIdentity Identity => whole.Identity;

        public ISearchRun Begin(TimeLimit limit) => new HeldRun(backend, whole.Begin(limit), limit);

        public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default)
            => whole.ReadBlobAsync(name, cancellation);

        public ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default)
            => whole.FindAsync(ids, cancellation);

        public IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found, CancellationToken cancellation = default)
            => whole.ReadAsync(found, cancellation);

        public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => whole.StatisticsAsync(cancellation);

        public string? FindChange() => whole.FindChange();

        public string? FindDamage() => whole.FindDamage();

        public void Dispose() => whole.Dispose();
    }

    private sealed class HeldRun(HeldBackend backend, ISearchRun whole, TimeLimit limit) : ISearchRun
    {
        public async ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options)
        {
            backend.Hold(query, limit);
            await (backend.Before?.Invoke(options) ?? Task.CompletedTask);
            return await whole.SearchAsync(query, options);
        }

        public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) => whole.DescribeAsync(request);

        public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms)
            => whole.DocumentFrequenciesAsync(form, terms);

        public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits) => whole.NearTermsAsync(term, maximumEdits);
    }
}
