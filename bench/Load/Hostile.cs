using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace ProposalSearch.Load;

/// <summary>
/// Clients that keep connections without using them: requests and answers of a byte a second, halves of requests, thousands of idle
/// connections, headers and bodies that are too large. Others are asked for meanwhile, and their p99 is told.
/// </summary>
internal sealed class Hostile(Uri host, TimeSpan time)
{
    private const int Slow = 200;
    private const string Search = "/v1/search?q=college";

    /// <summary>Returns 0 where others are always answered, 99 of 100 within half a second.</summary>
    public async Task<int> RunAsync(int idle)
    {
        var failed = await BesideAsync("nobody else", [], []);
        failed += await BesideAsync(
            $"{Slow} requests of a byte a second", Many(Slow), Text("GET / HTTP/1.1\r\nX: "), drip: "x"u8.ToArray());
        failed += await BesideAsync(
            $"{Slow} bodies of a byte a second", Many(Slow),
            Text($"POST /v1/search HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n"),
            drip: " "u8.ToArray());
        failed += await BesideAsync(
            $"{Slow} readers of a byte a second", Many(Slow, window: 1_024),
            Text($"GET /v1/search.ndjson HTTP/1.1\r\nHost: {host.Authority}\r\n\r\n"), read: true);
        failed += await BesideAsync($"{Slow} halves of requests", Many(Slow), Text("GET /v1/search?q=coll"));
        failed += await BesideAsync($"{idle} idle connections", Many(idle), []);
        failed += await BesideAsync("headers of 1 MB", Many(20), Text("GET / HTTP/1.1\r\nX: " + new string('x', 1_000_000)));
        failed += await BesideAsync(
            "bodies of 1 GB", Many(20),
            Text($"POST /v1/search HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Length: 1000000000\r\n\r\n" + new string('x', 1_000_000)));
        return failed == 0 ? 0 : 1;
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private List<Socket> Many(int count, int window = 0)
    {
        var sockets = new List<Socket>();
        try
        {
            for (var at = 0; at < count; at++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                if (window > 0)
                {
                    socket.ReceiveBufferSize = window;
                }

                socket.Connect(host.Host, host.Port);
            }
        }
        catch (SocketException fault)
        {
            Console.WriteLine($"  {sockets.Count} of {count} connections: {fault.SocketErrorCode}");
        }

        return sockets;
    }

    private async Task<int> BesideAsync(string what, List<Socket> sockets, byte[] begin, byte[]? drip = null, bool read = false)
    {
        using var end = new CancellationTokenSource();
        var others = Task.Run(() => KeepBusyAsync(sockets, begin, drip, read, end.Token));
        var (took, failed) = (new List<double>(), 0);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            // A new connection each time: the connection is what others use up.
            var started = Stopwatch.GetTimestamp();
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                using var connection = new PlainConnection(host);
                var (status, _) = await connection.GetAsync(Search, cancellation: patience.Token);
                failed += status == 200 ? 0 : 1;
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                failed++;
            }

            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(10);
        }

        await end.CancelAsync();
        var refused = await others;
        sockets.ForEach(socket => socket.Dispose());
        took.Sort();
        Console.WriteLine(FormattableString.Invariant($"  beside {what}: {took.Count} searches, {failed} failed, ")
            + FormattableString.Invariant($"p50 {took[took.Count / 2]:N1} ms, p99 {took[(int)(took.Count * 0.99)]:N1} ms; ")
            + $"{refused} of {sockets.Count} were closed by the host");
        return failed + (took[(int)(took.Count * 0.99)] < 500 ? 0 : 1);
    }

    /// <summary>Sends and reads as those clients do, until the end; tells how many the host closed.</summary>
    private static async Task<int> KeepBusyAsync(List<Socket> sockets, byte[] begin, byte[]? drip, bool read, CancellationToken end)
    {
        var closed = new HashSet<Socket>();
        foreach (var socket in sockets.Where(_ => begin.Length > 0))
        {
            Try(socket, closed, () => socket.Send(begin, 0, Math.Min(begin.Length, 1_000_000), SocketFlags.None));
        }

        var one = new byte[1];
        while (!end.IsCancellationRequested)
        {
            foreach (var socket in sockets.Where(socket => !closed.Contains(socket)))
            {
                Try(socket, closed, () =>
                {
                    if (drip is not null)
                    {
                        socket.Send(drip);
                    }

                    if (socket.Available > 0 && read)
                    {
                        socket.Receive(one);
                    }
                    else if (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0)
                    {
                        closed.Add(socket);
                    }
                });
            }

            await Task.Delay(TimeSpan.FromSeconds(1), end).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return closed.Count;
    }

    private static void Try(Socket socket, HashSet<Socket> closed, Action action)
    {
        try
        {
            action();
        }
        catch (SocketException)
        {
            closed.Add(socket);
        }
    }
}
