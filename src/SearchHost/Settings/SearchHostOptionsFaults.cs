using System.Net;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Checks the settings, all of them at once.</summary>
public static class SearchHostOptionsFaults
{
    /// <summary>A sentence for each setting that cannot be used; empty when all is well.</summary>
    public static IReadOnlyList<string> Of(SearchHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        Length(faults, "Title", options.Title, 1, 80);
        Range(faults, "MaxQueryLength", options.MaxQueryLength, 100, 20_000);
        Range(faults, "MaxFilterValues", options.MaxFilterValues, 10, 10_000);
        Range(faults, "MaxFilterValueLength", options.MaxFilterValueLength, 50, 10_000);
        Range(faults, "MaxFilterLength", options.MaxFilterLength, 1_000, 100_000);
        Range(faults, "SearchBudgetMilliseconds", options.SearchBudgetMilliseconds, 50, 60_000);
        Range(faults, "MaxConcurrentSearches", options.MaxConcurrentSearches, 0, 256);
        Range(faults, "MaxConcurrentExports", options.MaxConcurrentExports, 1, 64);
        Range(faults, "MaxQueuedRequests", options.MaxQueuedRequests, 0, 10_000);
        Range(faults, "QueueMilliseconds", options.QueueMilliseconds, 0, 10_000);
        Range(faults, "StopSeconds", options.StopSeconds, 1, 3_600);
        Range(faults, "StartupWaitSeconds", options.StartupWaitSeconds, 0, 300);
        Range(faults, "WatchQuietMilliseconds", options.WatchQuietMilliseconds, 50, 60_000);
        Range(faults, "WatchScanSeconds", options.WatchScanSeconds, 1, 86_400);
        faults.AddRange(options.AllowedOrigins.Where(origin => !IsOrigin(origin)).Select(origin =>
            $"{SearchHostOptions.Section}:AllowedOrigins holds '{origin}', which is no origin: "
            + "write scheme and host alone, such as https://archive.example.org."));
        faults.AddRange(options.TrustedProxies.Where(proxy => !IsAddress(proxy)).Select(proxy =>
            $"{SearchHostOptions.Section}:TrustedProxies holds '{proxy}', which is no address: "
            + "write one such as 10.0.0.5, or a network such as 10.0.0.0/8."));
        return faults;
    }

    private static void Range(List<string> faults, string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            faults.Add(Invariant($"{SearchHostOptions.Section}:{name} is {value}; it must be from {least} to {most}."));
        }
    }

    private static void Length(List<string> faults, string name, string value, int least, int most)
    {
        if (value.Length < least || value.Length > most)
        {
            faults.Add(Invariant($"{SearchHostOptions.Section}:{name} has {value.Length} characters; it must have {least} to {most}."));
        }
    }

    private static bool IsAddress(string proxy) => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _);

    private static bool IsOrigin(string origin)
        => Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && string.Equals(address.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>The host cannot start. The message is one sentence for the person at the terminal.</summary>
public sealed class StartFailedException : Exception
{
    /// <summary>A start that failed for this reason.</summary>
    public StartFailedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
