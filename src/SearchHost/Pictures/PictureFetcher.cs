using System.Net;
using System.Net.Sockets;

namespace ProposalSearch.SearchHost.Pictures;

/// <summary>
/// Loads pictures from where proposals say they are, which may be anywhere: only what the setting allows is asked for, by a connection
/// to an address of the internet, which is looked at after the name was looked up; so is each that another leads on to. What is large,
/// slow, or no picture is given up.
/// </summary>
internal sealed class PictureFetcher : IDisposable
{
    /// <summary>Bytes that a picture may have.</summary>
    public const int MostBytes = 1_000_000;

    private const int MostHops = 3;
    private const int MostHeaderKilobytes = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly PictureOrigins _origins;
    private readonly HttpClient _client;

    /// <summary>Loads from these origins.</summary>
    public PictureFetcher(PictureOrigins origins)
    {
        _origins = origins;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        })
        {
            Timeout = Patience,
        };
        _client.DefaultRequestHeaders.Accept.ParseAdd("image/webp, image/png, image/jpeg, image/gif");
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("ProposalSearch");
    }

    /// <summary>Loads a picture; <see langword="null"/> where it cannot be had.</summary>
    /// <param name="address">An address that the setting allows.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Picture?> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            for (var hop = 0; hop < MostHops && _origins.Allows(address); hop++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                    .ConfigureAwait(false);
                if ((int)answer.StatusCode is < 300 or > 399 || answer.Headers.Location is not { } onward)
                {
                    return answer.StatusCode == HttpStatusCode.OK ? await ReadAsync(answer, limit.Token).ConfigureAwait(false) : null;
                }

                address = new Uri(address, onward);
            }

            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or UriFormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async Task<Picture?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentLength > MostBytes || answer.Content.Headers.ContentEncoding.Count > 0)
        {
            return null;
        }

        var stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        using var content = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(part, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (content.Length + read > MostBytes)
            {
                return null;
            }

            content.Write(part, 0, read);
        }

        return Picture.Of(content.ToArray());
    }

    /// <summary>
    /// Connects to an address that was looked at: a name that is looked up again may mean another one, such as one of this network.
    /// </summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isNamed = context.InitialRequestMessage.RequestUri is { } asked && _origins.IsNamed(asked);
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false))
            .Where(address => isNamed || PublicAddress.Is(address)).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{host} has no address of the internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
