using System.Net;
using System.Net.Sockets;

namespace ProposalSearch.SearchHost.Pictures;

/// <summary>Which addresses are of the internet, and not of this machine, its network, or a network's own services.</summary>
internal static class PublicAddress
{
    // What IANA's registries of special-purpose addresses keep from the internet, and what stands for an IPv4 address within IPv6.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 no other addresses are given to anybody.
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is of the internet.</summary>
    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain))
            && (plain.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(plain));
    }
}
