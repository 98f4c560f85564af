using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>Which reverse proxies are believed when they say who asked, and at which address.</summary>
internal static class Proxies
{
    /// <summary>
    /// Takes scheme, host, client and base path of a request from what these proxies say of them, and from nobody else. Their addresses
    /// were checked with the other settings.
    /// </summary>
    public static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.All;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }
    }
}
