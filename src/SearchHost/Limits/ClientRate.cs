using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Limits;

/// <summary>
/// How many requests one client may send: a bucket of tokens for each, of which a request takes one. Whoever has none left is told when
/// to come again; nobody else notices.
/// </summary>
internal static class ClientRate
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of an IPv6 address that a client is known by: networks hand out the others by the million.</summary>
    private const int NetworkBytes = 64 / 8;

    /// <summary>Whether clients have a rate at all.</summary>
    public static bool IsOn(SearchHostOptions options) => options.ClientRequestsPerSecond > 0;

    /// <summary>The framework's limiter, as the settings ask for it.</summary>
    public static void Configure(RateLimiterOptions limiter, SearchHostOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) => new ValueTask(RefuseAsync(rejected));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
            context => Client(context.Connection.RemoteIpAddress) is { } client
                ? RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(options))
                : RateLimitPartition.GetNoLimiter(""));
    }

    /// <summary>
    /// Whom an address stands for; <see langword="null"/> for this machine. Requests from here are the operator's, or those of a proxy
    /// that <see cref="SearchHostOptions.TrustedProxies"/> does not list, behind which all visitors would have one bucket.
    /// </summary>
    public static string? Client(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, NetworkBytes))
            : IPAddress.IsLoopback(plain) ? null : plain.ToString();
    }

    private static TokenBucketRateLimiterOptions Bucket(SearchHostOptions options) => new()
    {
        TokenLimit = options.ClientRequestBurst,
        TokensPerPeriod = options.ClientRequestsPerSecond,
        ReplenishmentPeriod = Period,
        QueueLimit = 0,
        AutoReplenishment = false,
    };

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > Period ? told : Period;
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ProblemAnswer.WriteAsync(rejected.HttpContext, Problem.RateLimited, seconds);
    }
}
