using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>
/// Indexes on a cluster of OpenSearch 2. A location is an alias; each build is an index of its own behind it. Thread-safe.
/// </summary>
public sealed class OpenSearchStore : IIndexStore, IDisposable
{
    /// <summary>The major version that answers are known of. Tests run against 2.19.6.</summary>
    private const string KnownVersion = "2.";

    /// <summary>What a location may be.</summary>
    public const string LocationRule = IndexNames.Rule;

    private readonly OpenSearchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ClusterClient _cluster;
    private readonly Editions _editions;
    private volatile bool _isKnown;

    /// <summary>Indexes on the cluster that settings name.</summary>
    public OpenSearchStore(OpenSearchSettings settings)
        : this(settings, TimeProvider.System)
    {
    }

    /// <summary>Indexes on the cluster that settings name.</summary>
    /// <param name="settings">Which cluster.</param>
    /// <param name="clock">Tells when something was published.</param>
    public OpenSearchStore(OpenSearchSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _clock) = (settings, clock);
        _cluster = new ClusterClient(new ClusterConnection(settings), settings);
        _editions = new Editions(_cluster, settings, clock);
    }

    /// <inheritdoc/>
    public string Name => "opensearch";

    /// <inheritdoc/>
    public bool HasFolders => false;

    /// <summary>Whether a text may be a location: <see cref="LocationRule"/>.</summary>
    public static bool IsLocation(string text) => IndexNames.IsAlias(text);

    /// <inheritdoc/>
    public IReadOnlyList<ILanguage> Languages => KnownLanguages.All;

    /// <inheritdoc/>
    public async ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        await CheckServerAsync(cancellation).ConfigureAwait(false);
        await _editions.CheckAsync(location, cancellation).ConfigureAwait(false);
        return new OpenSearchWriter(_cluster, Publication(), location, settings, _clock);
    }

    /// <inheritdoc/>
    /// <remarks>An index of another number of parts than is asked for is made anew.</remarks>
    public async ValueTask<IIndexUpdate?> UpdateAsync(string location, IndexSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        await CheckServerAsync(cancellation).ConfigureAwait(false);
        await _editions.CheckAsync(location, cancellation).ConfigureAwait(false);
        try
        {
            var index = await _editions.OpenAsync(location, cancellation).ConfigureAwait(false);
            return index.Mark.IsMadeWith(settings)
                && await _editions.ShardsAsync(index, cancellation).ConfigureAwait(false) == _settings.Shards
                ? new OpenSearchUpdate(index, Name, Publication(), _clock) : null;
        }
        catch (IndexUnavailableException fault) when (
            fault.Reason is IndexUnavailableReason.Absent or IndexUnavailableReason.OtherVersion or IndexUnavailableReason.Damaged)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        await OpenReaderAsync(location, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <remarks>Its terms are read, so that the first search need not wait for them.</remarks>
    public async ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
    {
        var reader = await OpenReaderAsync(location, cancellation).ConfigureAwait(false);
        await reader.LoadAsync(cancellation).ConfigureAwait(false);
        return reader;
    }

    /// <inheritdoc/>
    /// <remarks>The cluster compares its files itself; here it is whether all documents and blobs are there.</remarks>
    public async ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
    {
        try
        {
            await CheckServerAsync(cancellation).ConfigureAwait(false);
            var index = await _editions.OpenAsync(location, cancellation).ConfigureAwait(false);
            return await Verification.OfAsync(index, cancellation).ConfigureAwait(false);
        }
        catch (IndexUnavailableException fault)
        {
            return new IndexVerification(0, [fault.Message]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cluster.Dispose();

    private Publication Publication() => new(_cluster, _editions, _settings, _clock);

    private async ValueTask<OpenSearchReader> OpenReaderAsync(string location, CancellationToken cancellation)
    {
        await CheckServerAsync(cancellation).ConfigureAwait(false);
        return new OpenSearchReader(await _editions.OpenAsync(location, cancellation).ConfigureAwait(false), Name);
    }

    /// <summary>Asks what the server is, until it has told once.</summary>
    private async ValueTask CheckServerAsync(CancellationToken cancellation)
    {
        if (_isKnown)
        {
            return;
        }

        var answer = await _cluster.AskAsync("GET", "/", cancellation: cancellation).ConfigureAwait(false);
        var version = answer.TryGetProperty("version", out var told) ? told : default;
        string? kind = Text(version, "distribution"), number = Text(version, "number");
        if (kind != "opensearch" || number?.StartsWith(KnownVersion, StringComparison.Ordinal) != true)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.OtherVersion,
                $"At {_settings} is {kind ?? "another server than OpenSearch"} {number}, and this program knows OpenSearch "
                    + $"{KnownVersion}x.");
        }

        _isKnown = true;
    }

    private static string? Text(System.Text.Json.JsonElement parent, string name) =>
        parent.ValueKind == System.Text.Json.JsonValueKind.Object && parent.TryGetProperty(name, out var text) ? text.GetString() : null;
}
