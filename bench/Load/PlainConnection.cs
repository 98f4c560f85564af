using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace ProposalSearch.Load;

/// <summary>
/// One connection that sends requests one after another and reads their answers, with as little work as can be: what it costs is not the
/// host's, but takes its processors away.
/// </summary>
internal sealed class PlainConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly Uri _host;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private NetworkStream? _stream;

    /// <summary>A connection that is made when it is first needed, and anew after a fault.</summary>
    public PlainConnection(Uri host) => _host = host;

    /// <summary>The body of the last answer, where it was kept.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>Sends a GET and reads its answer.</summary>
    /// <returns>The status, and the bytes of the body.</returns>
    public async Task<(int Status, long Bytes)> GetAsync(string address, bool keep = false, CancellationToken cancellation = default)
    {
        if (_stream is null)
        {
            await _client.ConnectAsync(_host.Host, _host.Port, cancellation);
            _stream = _client.GetStream();
        }

        await _stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {_host.Authority}\r\n\r\n"), cancellation);
        return await ReadAsync(keep, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<(int Status, long Bytes)> ReadAsync(bool keep, CancellationToken cancellation)
    {
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await MoreAsync(filled, cancellation);
            head = _buffer.AsSpan(0, filled).IndexOf(HeadEnd);
        }

        var text = Encoding.ASCII.GetString(_buffer, 0, head);
        var status = int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        var at = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        using var kept = keep ? new MemoryStream() : null;
        var start = head + HeadEnd.Length;
        var bytes = at >= 0
            ? await KnownAsync(Length(text, at), start, filled, kept, cancellation)
            : await ChunksAsync(start, filled, kept, cancellation);
        Body = kept?.ToArray() ?? [];
        return (status, bytes);
    }

    private static long Length(string head, int at)
    {
        var end = head.IndexOf('\r', at);
        return long.Parse(head.AsSpan(at + 16, (end < 0 ? head.Length : end) - at - 16), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<long> KnownAsync(long length, int start, int filled, MemoryStream? kept, CancellationToken cancellation)
    {
        kept?.Write(_buffer, start, filled - start);
        for (var left = length - (filled - start); left > 0;)
        {
            var read = await MoreAsync(0, cancellation);
            kept?.Write(_buffer, 0, read);
            left -= read;
        }

        return length;
    }

    private async Task<long> ChunksAsync(int start, int filled, MemoryStream? kept, CancellationToken cancellation)
    {
        for (var bytes = 0L; ;)
        {
            int line;
            while ((line = _buffer.AsSpan(start, filled - start).IndexOf("\r\n"u8)) < 0)
            {
                (start, filled) = Moved(start, filled);
                filled += await MoreAsync(filled, cancellation);
            }

            if (!Utf8Parser.TryParse(_buffer.AsSpan(start, line), out int size, out _, 'x'))
            {
                throw new IOException("A chunk of the answer has no size.");
            }

            for (start += line + 2; filled - start < size + 2;)
            {
                (start, filled) = Moved(start, filled);
                filled += await MoreAsync(filled, cancellation);
            }

            kept?.Write(_buffer, start, size);
            start += size + 2;
            bytes += size;
            if (size == 0)
            {
                return bytes;
            }
        }
    }

    private (int Start, int Filled) Moved(int start, int filled)
    {
        _buffer.AsSpan(start, filled - start).CopyTo(_buffer);
        return (0, filled - start);
    }

    private async Task<int> MoreAsync(int filled, CancellationToken cancellation)
    {
        var read = await _stream!.ReadAsync(_buffer.AsMemory(filled), cancellation);
        return read > 0 ? read : throw new IOException("The host closed the connection.");
    }
}
