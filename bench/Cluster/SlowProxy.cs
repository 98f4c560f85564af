using System.Net;
using System.Net.Sockets;

namespace ProposalSearch.ClusterProofs;

/// <summary>Stands before a node and passes on what is said, each answer later by so much as it is told.</summary>
internal sealed class SlowProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _node;

    /// <summary>A proxy of a node.</summary>
    public SlowProxy(Uri node)
    {
        _node = node;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>How much later.</summary>
    public TimeSpan Delay { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task ServeAsync(TcpClient asked)
    {
        using var client = asked;
        using var node = new TcpClient();
        try
        {
            await node.ConnectAsync(_node.Host, _node.Port, _end.Token);
            await Task.WhenAny(
                PassAsync(client.GetStream(), node.GetStream(), isAnswer: false), PassAsync(node.GetStream(), client.GetStream(), true));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // One of both went.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, bool isAnswer)
    {
        byte[] room = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(room, _end.Token)) > 0)
        {
            if (isAnswer && Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, _end.Token);
            }

            await to.WriteAsync(room.AsMemory(0, read), _end.Token);
        }
    }
}
