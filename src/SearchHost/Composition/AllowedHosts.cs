using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Primitives;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>
/// The names by which the host may be asked for, in the header <c>Host</c>. Somebody's web page can make its own host name lead to this
/// machine and read the answers (DNS rebinding); it is recognized by that name. The setting <c>AllowedHosts</c> lists the names,
/// separated by <c>;</c>: <c>*.example.org</c> stands for all that end so, and <c>*</c> for all. Without it they are <c>localhost</c>, its
/// addresses and what the host listens on.
/// </summary>
internal sealed class AllowedHosts(IConfiguration configuration, IServer server)
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private StringSegment[]? _names;

    /// <summary>Whether requests for this name are answered. One without a name, as HTTP/1.0 allows, is.</summary>
    public bool Includes(HostString host)
    {
        // Known only once the server listens. The first request finds them out; several may do so at the same time, with the same result.
        var names = _names ??= [.. Names().Select(name => new StringSegment(name))];
        return !host.HasValue || names.Contains("*") || HostString.MatchesAny(new StringSegment(host.Value), names);
    }

    private IEnumerable<string> Names()
    {
        const StringSplitOptions Cleanly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var named = (configuration["AllowedHosts"] ?? "").Split(';', Cleanly);
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var asked = (configuration["urls"] ?? "").Split(';', Cleanly);
        return named.Length > 0 ? named : ThisMachine.Concat(bound.Concat(asked).SelectMany(Listening));
    }

    private static IEnumerable<string> Listening(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host is "*" or "+" or "0.0.0.0" or "[::]" ? OfTheMachine() : [host];
    }

    private static IEnumerable<string> OfTheMachine()
        => NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Select(address => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString())
            .Append(Environment.MachineName);
}

/// <summary>Refuses requests for other names.</summary>
internal static class AllowedHostsExtensions
{
    /// <summary>Answers only requests for <see cref="AllowedHosts"/>.</summary>
    public static void UseAllowedHosts(this IApplicationBuilder application)
    {
        var hosts = application.ApplicationServices.GetRequiredService<AllowedHosts>();
        application.Use(next => context => hosts.Includes(context.Request.Host)
            ? next(context)
            : ProblemAnswer.WriteAsync(context, Problem.OtherHost));
    }
}
