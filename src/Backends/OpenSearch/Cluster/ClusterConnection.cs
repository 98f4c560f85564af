using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Elastic.Transport;
using ProposalSearch.Retrieval;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// Sends requests to the nodes of a cluster, in turn. A node that cannot be reached, or does not answer in time, is passed over for a
/// while, and another is asked. Where none gives a sign of life, requests are refused at once until one does (<see cref="Breaker"/>).
/// Thread-safe.
/// </summary>
internal sealed class ClusterConnection : IDisposable
{
    /// <summary>Nodes whose fault is told.</summary>
    private const int MostCauses = 5;

    /// <summary>How long a node may take to give a sign of life.</summary>
    private static readonly TimeSpan _patienceForSigns = TimeSpan.FromSeconds(3);

    private readonly TransportConfiguration _configuration;
    private readonly DistributedTransport _transport;
    private readonly OpenSearchSettings _settings;
    private readonly Breaker _breaker;

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
            ServerCertificateValidationCallback = TrustOf(settings.Authorities),
            Authentication = settings.User is null ? null : new BasicAuthentication(settings.User, settings.Password ?? ""),
        };
        _transport = new DistributedTransport(_configuration);
        _breaker = new Breaker(IsAliveAsync, TimeProvider.System);
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
        if (!_breaker.Lets())
        {
            throw Unreachable("none gave a sign of life when asked last", null);
        }

        bool isAnswered = false;
        try
        {
            var call = await CallAnyAsync(method, path, body, patience, cancellation).ConfigureAwait(false);
            isAnswered = call.ApiCallDetails.HttpStatusCode is not null;
            return call.ApiCallDetails.HttpStatusCode is { } status
                ? new ClusterAnswer(status, call.Body ?? [], call.ApiCallDetails.Uri?.GetLeftPart(UriPartial.Authority) ?? "")
                : throw Unreachable(Causes(call.ApiCallDetails), call.ApiCallDetails.OriginalException);
        }
        finally
        {
            if (isAnswered)
            {
                _breaker.Answered();
            }
            else
            {
                _breaker.Suspect();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _breaker.Dispose();
        ((IDisposable)_configuration).Dispose();
    }

    /// <summary>
    /// Asks one node after the other. The transport does so by itself where one cannot be reached, but not where one took all its time:
    /// that one is passed over in the next call.
    /// </summary>
    private async ValueTask<BytesResponse> CallAnyAsync(
        string method, string path, ReadOnlyMemory<byte> body, TimeSpan? patience, CancellationToken cancellation)
    {
        for (int tries = 1; ; tries++)
        {
            var call = await CallAsync(method, path, body, patience, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (call.ApiCallDetails.HttpStatusCode is not null || tries >= _settings.Nodes.Count)
            {
                return call;
            }
        }
    }

    private Task<BytesResponse> CallAsync(
        string method, string path, ReadOnlyMemory<byte> body, TimeSpan? patience, CancellationToken cancellation)
    {
        var request = new RequestConfiguration
        {
            RequestTimeout = patience ?? _settings.Patience,
            ContentType = "application/json",
            Accept = "application/json",
        };
        var endpoint = new EndpointPath(Enum.Parse<HttpMethod>(method), path);
        return _transport.RequestAsync<BytesResponse>(
            endpoint, body.IsEmpty ? null : PostData.ReadOnlyMemory(body), null, request, cancellation);
    }

    /// <summary>Any answer is a sign of life.</summary>
    private async ValueTask<bool> IsAliveAsync(CancellationToken cancellation)
    {
        var call = await CallAnyAsync("GET", "/", default, _patienceForSigns, cancellation).ConfigureAwait(false);
        return call.ApiCallDetails.HttpStatusCode is not null;
    }

    /// <summary>Which node did not answer, and why, as far as it is known.</summary>
    private static string Causes(ApiCallDetails call)
    {
        string[] causes =
        [
            .. (call.AuditTrail ?? []).Where(audit => audit.Exception is not null)
                .Select(audit => $"{audit.Node?.Uri.GetLeftPart(UriPartial.Authority)}: {audit.Exception!.GetBaseException().Message}")
                .Distinct().Take(MostCauses),
        ];
        return causes.Length > 0 ? string.Join("; ", causes)
            : $"{call.Uri?.GetLeftPart(UriPartial.Authority)}: "
                + (call.OriginalException?.GetBaseException().Message ?? "no answer in time");
    }

    private static Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool>? TrustOf(IReadOnlyList<X509Certificate2> authorities)
    {
        if (authorities.Count == 0)
        {
            return null;
        }

        var trusted = new TrustedAuthorities(authorities);
        return (_, certificate, sent, faults) => trusted.Trust(certificate, sent, faults);
    }

    private IndexUnavailableException Unreachable(string cause, Exception? fault) => new(
        IndexUnavailableReason.Unreachable,
        $"No node of the cluster answers ({_settings}): {cause}. " + (fault?.GetBaseException() is AuthenticationException
            ? "Its certificate is not trusted: name a file with the authority that signed it, in PEM, by "
                + "ProposalSearch__OpenSearch__CertificateAuthority, and address the node by a name that its certificate has."
            : "Check the addresses, and that the cluster is running."),
        fault);
}

/// <summary>What a node answered.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">The body.</param>
/// <param name="Node">The address of the node; empty where it is not known.</param>
internal readonly record struct ClusterAnswer(int Status, byte[] Body, string Node = "")
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status is >= 200 and < 300;
}
