using System.Diagnostics;
using System.Globalization;
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
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return StartNode(FreePorts.Next(), FreePorts.Next());
            }
            catch (InvalidOperationException taken) when (attempt < 3 && IsTakenPort(taken.Message))
            {
                Console.Error.WriteLine($"Another program has taken a port of the node's; it starts on others: {taken.Message}");
            }
        }
    }

    private static bool IsTakenPort(string message) =>
        message.Contains("Bind", StringComparison.Ordinal) || message.Contains("in use", StringComparison.Ordinal);

    /// <summary>A node that does not look at the disk: where that is over 90 % full, it would make no index for any test.</summary>
    private static string StartNode(int port, int transport)
    {
        string folder = Directory.CreateTempSubdirectory("opensearch-").FullName;
        Run("start", folder, "--nodes", "1", "--port", Text(port), "--transport", Text(transport), "--heap", "512m",
            "--set", "cluster.routing.allocation.disk.threshold_enabled=false");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run("stop", folder, "--delete");
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
