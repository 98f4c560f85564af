using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// One address to listen on, read more strictly than the server does: what the server understands neither as an address nor as
/// <c>localhost</c>, such as <c>http://127.0.0.1:80a</c> or the name of a machine, it takes for every interface, which hardly anybody
/// means.
/// </summary>
internal static class ListeningAddress
{
    /// <summary>Which ports there are.</summary>
    public const string PortAllowed = "the port must be a whole number from 0 to 65535.";

    private const string Unix = "unix:/";

    /// <summary>What is wrong with an address and what to write instead; <see langword="null"/> where nothing is.</summary>
    public static string? Fault(string address)
    {
        if (address.Any(char.IsWhiteSpace) || address.Contains(',', StringComparison.Ordinal))
        {
            return "it has blanks or commas; several addresses are separated by semicolons.";
        }

        if (address.IndexOf("://", StringComparison.Ordinal) is var at && at < 0)
        {
            return "it must begin with http://, as in http://127.0.0.1:5080.";
        }

        var (scheme, rest) = (address[..at], address[(at + 3)..]);
        return !IsScheme(scheme) ? $"'{scheme}' is not spoken here: write http."
            : rest.StartsWith(Unix, StringComparison.OrdinalIgnoreCase) ? UnixFault(rest[(Unix.Length - 1)..])
            : HostAndPortFault(scheme, rest.EndsWith('/') ? rest[..^1] : rest);
    }

    private static bool IsScheme(string scheme)
        => string.Equals(scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)
            || string.Equals(scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static string? UnixFault(string path)
        => Directory.Exists(path) ? $"{path} is a folder; a socket needs a name of its own in it."
            : !Directory.Exists(Path.GetDirectoryName(path)) ? $"there is no folder {Path.GetDirectoryName(path)} for the socket." : null;

    private static string? HostAndPortFault(string scheme, string rest)
    {
        if (rest.IndexOfAny(['/', '?', '#', '@']) >= 0)
        {
            return "there is something beside host and port: write http://HOST:PORT alone.";
        }

        var colon = rest.LastIndexOf(':');
        if (colon < 0 || rest.EndsWith(']'))
        {
            return $"it names no port: write {scheme}://{rest}:5080, or the port that you mean.";
        }

        var (host, port) = (rest[..colon], rest[(colon + 1)..]);
        return !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"'{port}' is no port; {PortAllowed}"
            : HostFault(scheme, host, number);
    }

    private static string? HostFault(string scheme, string host, ushort port)
    {
        if (host.Length == 0)
        {
            return $"it names no host: write {scheme}://127.0.0.1:{port} for this machine alone, "
                + $"or {scheme}://0.0.0.0:{port} for all interfaces.";
        }

        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return port == 0 ? $"a free port needs an address: write {scheme}://127.0.0.1:0." : null;
        }

        // Both are what the server itself calls all interfaces, and cannot be anything else.
        if (host is "*" or "+")
        {
            return null;
        }

        var isBracketed = host.StartsWith('[') && host.EndsWith(']');
        if (!IPAddress.TryParse(isBracketed ? host[1..^1] : host, out var ip))
        {
            return $"'{host}' is neither localhost nor an address, and the server would listen on all interfaces. "
                + $"Write {scheme}://127.0.0.1:{port} for this machine alone, the address of one interface, "
                + $"or {scheme}://0.0.0.0:{port} for all interfaces.";
        }

        ip = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        var plain = ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{ip}]" : ip.ToString();
        var isPlain = ip.AddressFamily == AddressFamily.InterNetworkV6 ? isBracketed : string.Equals(host, plain, StringComparison.Ordinal);
        return isPlain ? null : $"'{host}' means the address {plain}: write {scheme}://{plain}:{port} if that is what you mean.";
    }
}
