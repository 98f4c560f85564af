using System.Net;
using System.Net.Sockets;

namespace ProposalSearch.Testing;

/// <summary>
/// Ports of this machine for servers that can't be told to look for one themselves. They lie below those that the system gives to
/// connections that go out (32,768 and above on Linux), since the tests beside open thousands of these: a port from there may be gone
/// before the server has it.
/// </summary>
public static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_768;

    // Each test process begins at a place of its own.
    private static int _last = Environment.ProcessId * 101 % Count;

    /// <summary>A port that nobody listens on now.</summary>
    /// <exception cref="InvalidOperationException">A hundred ports in a row were taken.</exception>
    public static int Next()
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            int port = First + (Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException("No free port was found among a hundred.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
