using Microsoft.Extensions.Logging;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>Its first index cannot be opened, for this reason.</summary>
internal sealed class BrokenStore(IndexUnavailableReason reason) : IIndexStore
{
    private readonly EmbeddedStore _whole = new();
    private bool _built;

    public string Name => _whole.Name;

    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default)
    {
        _built = true;
        return _whole.CreateAsync(location, settings, cancellation);
    }

    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        _built ? _whole.OpenAsync(location, cancellation) : throw new IndexUnavailableException(reason, "broken on purpose");

    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
        => OpenAsync(location, cancellation);

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
        => _whole.VerifyAsync(location, cancellation);
}

/// <summary>Its searches fail: with something that nobody should read, unless the test says with what.</summary>
internal sealed class FailingStore(Exception? failure = null) : IIndexStore
{
    private readonly EmbeddedStore _whole = new();

    public string Name => _whole.Name;

    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        _whole.CreateAsync(location, settings, cancellation);

    public async ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        new Failing(await _whole.OpenAsync(location, cancellation), failure ?? new InvalidDataException("secret path"));

    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
        => OpenAsync(location, cancellation);

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
        => _whole.VerifyAsync(location, cancellation);

    private sealed class Failing(IIndexReader whole, Exception failure) : IIndexReader
    {
        public IndexIdentity Identity => whole.Identity;

        public ISearchRun Begin(TimeLimit limit) => throw failure;

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
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Lines.Add($"{logLevel}: {formatter(state, exception)}");
}
