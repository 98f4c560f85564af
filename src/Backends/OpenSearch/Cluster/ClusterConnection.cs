using Elastic.Transport;
using ProposalSearch.Retrieval;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// Sends requests to the nodes of a cluster, in turn. A node that cannot be reached, or does not answer in time, is passed over for a
/// while, and another is asked. Thread-safe.
/// </summary>
internal sealed class ClusterConnection : IDisposable
{
    private readonly TransportConfiguration _configuration;
    private readonly DistributedTransport _transport;
    private readonly OpenSearchSettings _settings;

    /// <summary>A connection to the nodes that settings name.</summary>
    public ClusterConnection(OpenSearchSettings settings)
    {
        _settings = settings;
        _configuration = new TransportConfiguration(new StaticNodePool(settings.Nodes, randomize: false))
        {
            RequestTimeout = settings.Patience,
            DeadTimeout = TimeSpan.FromSeconds(2),
            MaxDeadTimeout = TimeSpan.FromSeconds(30),
            DisablePings = true,
            DisableMetaHeader = true,
            EnableHttpCompression = false, // Takes more time than the way between machines that stand side by side.
            Authentication = settings.User is null ? null : new BasicAuthentication(settings.User, settings.Password ?? ""),
        };
        _transport = new DistributedTransport(_configuration);
    }

    /// <summary>Sends a request and returns what a node answered, whatever its status.</summary>
    /// <param name="method">Such as <c>GET</c>.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="body">JSON, or lines of JSON; empty where there is none.</param>
    /// <param name="patience">How long one node may take; <see langword="null"/> for that of the settings.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">No node answered.</exception>
    public async ValueTask<ClusterAnswer> SendAsync(
        string method, string path, ReadOnlyMemory<byte> body, TimeSpan? patience, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var request = new RequestConfiguration
        {
            RequestTimeout = patience ?? _settings.Patience,
            MaxRetryTimeout = (patience ?? _settings.Patience) * (_settings.Nodes.Count + 1),
            MaxRetries = Math.Max(_settings.Nodes.Count, 2) - 1,
            ContentType = "application/json",
            Accept = "application/json",
        };
        var endpoint = new EndpointPath(Enum.Parse<HttpMethod>(method), path);
        var answer = await _transport.RequestAsync<BytesResponse>(
            endpoint, body.IsEmpty ? null : PostData.ReadOnlyMemory(body), null, request, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var call = answer.ApiCallDetails;
        return call.HttpStatusCode is { } status
            ? new ClusterAnswer(status, answer.Body ?? [])
            : throw Unreachable(call.OriginalException);
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_configuration).Dispose();

    private IndexUnavailableException Unreachable(Exception? fault) => new(
        IndexUnavailableReason.Unreachable,
        $"No node of the cluster answers ({_settings}): {fault?.GetBaseException().Message ?? "no reason was given"}. Check the addresses, "
            + "and that the cluster is running.",
        fault);
}

/// <summary>What a node answered.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">The body.</param>
internal readonly record struct ClusterAnswer(int Status, byte[] Body)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status is >= 200 and < 300;
}
