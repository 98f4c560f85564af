using System.Net.Sockets;
using System.Text;

namespace ProposalSearch.SearchHost.Tests.Logging;

/// <summary>Requests that are at fault, each sent as it is, over a connection of its own.</summary>
internal static class BadRequests
{
    private static readonly (string Head, int Body)[] All =
    [
        Post("{\"q\": "),
        Post("[1]"),
        ("POST /v1/search HTTP/1.1\r\nContent-Length: 300000\r\n", 300_000),
        ("POST /v1/search HTTP/1.1\r\nContent-Length: 1000\r\n", 10),
        ("POST /v1/search HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx\r\n", 0),
        ("GET /v1/search?yaer=2015&page=0 HTTP/1.1\r\n", 0),
        ("GET /?sort=best HTTP/1.1\r\nAccept: text/html\r\n", 0),
        ("GET /v1/search?q=" + new string('x', 3_000) + " HTTP/1.1\r\n", 0),
        ("DELETE /v1/search HTTP/1.1\r\n", 0),
        ("GET /nothing%0Ainfo:%20forged HTTP/1.1\r\n", 0),
        ("GET /v1/search?q=" + new string('x', 300_000) + " HTTP/1.1\r\n", 0),
        ("no HTTP at all\r\n", 0),
    ];

    public static int Kinds => All.Length;

    /// <summary>Sends one, and tells whether it was refused; a client that sends half of a body goes away without reading.</summary>
    public static async Task<bool> SendAsync(Uri host, int kind, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port, cancellation);
        var stream = client.GetStream();
        var (head, body) = All[kind];
        var (isWhole, isHalf) = (head.Contains("\r\n\r\n", StringComparison.Ordinal), body == 10);
        var withHost = head.Insert(head.IndexOf("\r\n", StringComparison.Ordinal) + 2, "Host: localhost\r\n");
        var request = withHost + (isWhole ? "" : "\r\n") + new string('x', body);
        var answer = new byte[16];
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
            return isHalf || (await stream.ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, cancellation) >= 12 && answer[9] == '4');
        }
        catch (IOException)
        {
            // The server may end the connection before it has read everything.
            return true;
        }
    }

    private static (string, int) Post(string body)
        => ($"POST /v1/search HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}", 0);
}
