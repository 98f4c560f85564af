using Microsoft.Extensions.Logging;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Testing;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>Its first index cannot be opened, for this reason.</summary>
internal sealed class BrokenBackend(IndexUnavailableReason reason) : SearchBackend
{
    private readonly InMemoryBackend _whole = new();
    private bool _built;

    public string Name => _whole.Name;

    public BlockingBuilder Build(string folder)
    {
        _built = true;
        return _whole.Build(folder);
    }

    public ProposalIndex Open(string folder) => _built ? _whole.Open(folder) : throw new IndexUnavailableException(reason, "broken on purpose");

    public IndexVerification Verify(string folder) => _whole.Verify(folder);
}

<<<<<<< HEAD
/// <summary>Its searches fail with something that nobody should read.</summary>
internal sealed class FailingBackend : SearchBackend
=======
/// <summary>Its searches fail: with something that nobody should read, unless the test says with what.</summary>
internal sealed class FailingBackend(Exception? failure = null) : ISearchBackend
>>>>>>> main
{
    private readonly InMemoryBackend _whole = new();

    public string Name => _whole.Name;

    public BlockingBuilder Build(string folder) => _whole.Build(folder);

<<<<<<< HEAD
    public ProposalIndex Open(string folder) => new Failing(_whole.Open(folder));

    public IndexVerification Verify(string folder) => _whole.Verify(folder);

    private sealed class Failing(ProposalIndex whole) : ProposalIndex
=======
    public IProposalIndex Open(string folder) => new Failing(_whole.Open(folder), failure ?? new InvalidDataException("secret path"));

    public IndexVerification Verify(string folder) => _whole.Verify(folder);

    private sealed class Failing(IProposalIndex whole, Exception failure) : IProposalIndex
>>>>>>> main
    {
        public IndexIdentity Identity => whole.Identity;

        public IndexMetadata Metadata => whole.Metadata;

        public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default) => throw failure;

        public ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default) => whole.FindAsync(id, cancellation);

        public IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, CancellationToken cancellation = default) => whole.StreamAsync(request, cancellation);

        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default) => whole.SuggestAsync(request, cancellation);

        public IndexStatistics Statistics() => whole.Statistics();

        public void Dispose() => whole.Dispose();
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Lines.Add($"{logLevel}: {formatter(state, exception)}");
}
