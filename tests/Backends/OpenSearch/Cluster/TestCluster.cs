using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ProposalSearch.Testing;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>
/// The cluster that tests run against: the nodes that an environment variable names, or one that is started from the shared folder and
/// stopped when the tests are over. Without either there is none, and tests are skipped.
/// </summary>
internal static class TestCluster
{
    /// <summary>Names the addresses of nodes, apart by commas; <c>none</c> for no tests.</summary>
    public const string Variable = "PROPOSALSEARCH_OPENSEARCH";

    /// <summary>Set to 1, it has tests run that take minutes.</summary>
    public const string TimeVariable = "PROPOSALSEARCH_OPENSEARCH_LONG";

    private const string None = "none";

    private static readonly Lazy<OpenSearchSettings> _settings = new(Start);

    private static readonly string? _script = FindScript();

    /// <summary>Why there is no cluster; <see langword="null"/> where there is one.</summary>
    public static string? Absent => Named is { Length: > 0 } and not None || (Named is null && _script is not null && HasJava) ? null
        : $"needs OpenSearch: set {Variable} to the addresses of its nodes, or put the shared folder beside the repository, with a JDK 17";

    /// <summary>Whether tests are run that take minutes.</summary>
    public static bool HasTime => Environment.GetEnvironmentVariable(TimeVariable) == "1";

    /// <summary>The cluster.</summary>
    public static OpenSearchSettings Settings => _settings.Value;

    private static string? Named => Environment.GetEnvironmentVariable(Variable);

    private static bool HasJava => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "javac")));

    private static string? FindScript()
    {
        string root = Environment.GetEnvironmentVariable(SharedCorpus.Variable) is { Length: > 0 } named ? named
            : Path.Combine(Repository.Root, "..", "shared");
        string script = Path.GetFullPath(Path.Combine(root, "opensearch", "cluster"));
        return File.Exists(script) ? script : null;
    }

    private static OpenSearchSettings Start()
    {
        string[] addresses = Named?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [StartNode()];
        return new OpenSearchSettings
        {
            Nodes = [.. addresses.Select(address => new Uri(address))],
            Replicas = addresses.Length > 1 ? 1 : 0,
            Shards = addresses.Length > 1 ? 3 : 1,
        };
    }

    private static string StartNode()
    {
        string folder = Directory.CreateTempSubdirectory("opensearch-").FullName;
        int port = FreePort();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run("stop", folder, "--delete");
        Run("start", folder, "--nodes", "1", "--port", Text(port), "--transport", Text(FreePort()), "--heap", "512m");
        return $"http://127.0.0.1:{port}";
    }

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(_script!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{_script} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
