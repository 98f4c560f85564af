using System.Globalization;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Where the host listens, as it was given, and whether it can.</summary>
internal static class Listening
{
    /// <summary>Where it listens when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The key of addresses, several of which are separated by semicolons.</summary>
    public const string Urls = "urls";

    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>Whether somebody said where to listen.</summary>
    public static bool IsGiven(GivenSettings given)
        => given.Of(Urls) is not null || Ports.Any(key => given.Of(key) is { Text.Length: > 0 }) || given.Below(Endpoints).Count > 0;

    /// <summary>The addresses, as they were given.</summary>
    public static string Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"]).ToList();
        var ports = Ports.Select(key => configuration[key]).FirstOrDefault(ports => !string.IsNullOrEmpty(ports));
        return endpoints.Count > 0 ? string.Join(" and ", endpoints)
            : configuration[Urls] is { Length: > 0 } urls ? urls.Replace(";", " and ", StringComparison.Ordinal)
            : ports is not null ? $"http://*:{ports}" : DefaultUrl;
    }

    /// <summary>A line for each address or port that cannot be listened on.</summary>
    public static IEnumerable<string> Faults(GivenSettings given)
        => UrlFaults(given).Concat(Ports.Select(given.Of).OfType<GivenValue>().SelectMany(PortFaults)).Concat(EndpointFaults(given));

    private static IEnumerable<string> UrlFaults(GivenSettings given)
    {
        if (given.Of(Urls) is not { } urls)
        {
            return given.Below(Urls).Take(1).Select(item =>
                $"{item.WhereBegins(1)} gives a list or a group of values, "
                + $"but addresses are one text, separated by semicolons: write {DefaultUrl}.");
        }

        var addresses = (urls.Text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        return string.IsNullOrWhiteSpace(urls.Text) || addresses.Length == 0
            ? [$"{urls.Where} is empty: it must be an address such as {DefaultUrl}. Leave it out for that one."]
            : [.. addresses.Select(address => Fault(urls, address)).OfType<string>(), .. Repeated(urls, addresses)];
    }

    private static IEnumerable<string> Repeated(GivenValue urls, string[] addresses)
        => addresses.GroupBy(address => address.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1 && !same.Key.EndsWith(":0", StringComparison.Ordinal))
            .Select(same => $"{urls.Where} names {same.Key} more than once: write it once.");

    private static string? Fault(GivenValue given, string address)
        => ListeningAddress.Fault(address) is { } fault ? $"{given.Where} is '{address}': {fault}" : null;

    private static IEnumerable<string> PortFaults(GivenValue given)
        => (given.Text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(port => !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(port => $"{given.Where} is '{port}': {ListeningAddress.PortAllowed} "
                + $"To listen on one address, set {Urls} instead, such as {DefaultUrl}.");

    private static IEnumerable<string> EndpointFaults(GivenSettings given)
    {
        var endpoints = given.Below(Endpoints)
            .GroupBy(value => value.Key[(Endpoints.Length + 1)..].Split(':')[0], StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in endpoints)
        {
            if (given.Of($"{Endpoints}:{endpoint.Key}:Url") is not { } url)
            {
                yield return $"{endpoint.First().Where}: the endpoint '{endpoint.Key}' has no address: "
                    + $"give {Endpoints}:{endpoint.Key}:Url, such as {DefaultUrl}.";
            }
            else if (Fault(url, url.Text ?? "") is { } fault)
            {
                yield return fault;
            }
        }
    }
}
