using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Tests.Limits;

/// <summary>
/// Its searches for <c>held</c> keep their thread, as real ones do, until they are let go or cancelled; those for <c>long</c> exceed their
/// time.
/// </summary>
internal sealed class HeldBackend : ISearchBackend, IDisposable
{
    private readonly InMemoryBackend _whole = new();
    private readonly ManualResetEventSlim _let = new();
    private int _running;
    private int _cancelled;

    public string Name => _whole.Name;

    /// <summary>Searches that are held now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Searches that were cancelled.</summary>
    public int Cancelled => Volatile.Read(ref _cancelled);

    /// <summary>The time that the last search was allowed.</summary>
    public TimeSpan? Budget { get; private set; }

    public void Let() => _let.Set();

    public IProposalIndexBuilder Build(string folder) => _whole.Build(folder);

    public IProposalIndex Open(string folder) => new Held(this, _whole.Open(folder));

    public IndexVerification Verify(string folder) => _whole.Verify(folder);

    public void Dispose() => _let.Dispose();

    private void Hold(SearchRequest request, CancellationToken cancellation)
    {
        Budget = request.TimeBudget;
        if (request.Text.StartsWith("long", StringComparison.Ordinal))
        {
            throw new SearchTimeExceededException(request.TimeBudget!.Value);
        }

        if (!request.Text.StartsWith("held", StringComparison.Ordinal))
        {
            return;
        }

        Interlocked.Increment(ref _running);
        try
        {
            _let.Wait(TimeSpan.FromSeconds(60), cancellation);
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

    private sealed class Held(HeldBackend backend, IProposalIndex whole) : IProposalIndex
    {
        public IndexIdentity Identity => whole.Identity;

        public IndexMetadata Metadata => whole.Metadata;

        public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
        {
            backend.Hold(request, cancellation);
            return whole.SearchAsync(request, cancellation);
        }

        public ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default) => whole.FindAsync(id, cancellation);

        public IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, CancellationToken cancellation = default)
        {
            backend.Hold(request, cancellation);
            return whole.StreamAsync(request, cancellation);
        }

        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default) => whole.SuggestAsync(request, cancellation);

        public IndexStatistics Statistics() => whole.Statistics();

        public void Dispose() => whole.Dispose();
    }
}
