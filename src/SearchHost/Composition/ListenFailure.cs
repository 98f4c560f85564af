using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Why the server could not listen, in a sentence.</summary>
internal static class ListenFailure
{
    /// <summary>The failure as the person at the terminal is told of it, or <see langword="null"/> where it is of another kind.</summary>
    public static StartFailedException? Of(Exception fault, IConfiguration configuration)
    {
        if (fault is not (IOException or FormatException or InvalidOperationException or SocketException))
        {
            return null;
        }

        var all = Listening.Addresses(configuration);
        var named = all.Split(" and ")
            .FirstOrDefault(one => fault.Message.Contains(one.TrimEnd('/') + ":", StringComparison.OrdinalIgnoreCase));
        return new StartFailedException(Sentence(fault, named ?? all), fault);
    }

    private static string Sentence(Exception fault, string address) => fault switch
    {
        { InnerException: AddressInUseException } =>
            $"{address} is taken by another program: stop that one, or listen elsewhere with --urls http://127.0.0.1:5081.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"Cannot listen on {address}: no interface of this machine has this address. "
            + "Write the address of one that has, or http://0.0.0.0:PORT for all.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"Cannot listen on {address}: the system does not let this user. "
            + "Ports below 1024 often need a right of their own: take a higher one.",
        SocketException { SocketErrorCode: SocketError.AddressFamilyNotSupported } =>
            $"Cannot listen on {address}: this machine does not speak this kind of address. Write one such as http://127.0.0.1:5080.",
        InvalidOperationException when address.Contains("https:", StringComparison.OrdinalIgnoreCase) =>
            $"Cannot listen on {address}: https needs a certificate. "
            + "Name its file with Kestrel__Certificates__Default__Path, or speak http behind a proxy that has one.",
        _ => $"Cannot listen on {address}: {fault.Message.Split('\n')[0].TrimEnd()}",
    };
}
