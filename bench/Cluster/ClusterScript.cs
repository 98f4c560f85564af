using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// Three nodes of a cluster, which a script starts, breaks and stops: <c>start FOLDER --nodes 3 --port P --transport P</c>,
/// <c>kill FOLDER n3</c>, <c>restart</c>, <c>pause</c>, <c>resume</c>, <c>stop FOLDER [--delete]</c>.
/// </summary>
internal sealed class ClusterScript : IDisposable
{
    /// <summary>
    /// The port of the first node, from the environment variable PROOFS_PORT, or 9430; the next two follow, those of hosts are 20 more, and
    /// those between nodes 60.
    /// </summary>
    public static int Port { get; } =
        int.Parse(Environment.GetEnvironmentVariable("PROOFS_PORT") ?? "9430", CultureInfo.InvariantCulture);

    /// <summary>The port of the first host.</summary>
    public static int HostPort => Port + 20;

    private readonly string _script;
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("cluster-proofs-").FullName, "cluster");
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Starts them.</summary>
    /// <param name="script">The script.</param>
    /// <param name="port">The port of the first; the next two follow, and 60 more are those between nodes.</param>
    /// <param name="settings">Settings of each node, such as <c>a.b=c</c>.</param>
    public ClusterScript(string script, int port, params string[] settings)
    {
        _script = script;
        Nodes = [.. Enumerable.Range(port, 3).Select(number => new Uri($"http://127.0.0.1:{number}/"))];
        Run(
            [
                "start", _folder, "--nodes", "3", "--port", Text(port), "--transport", Text(port + 60), "--heap", "512m",
                .. settings.SelectMany(setting => (string[])["--set", setting]),
            ]);
    }

    /// <summary>Their addresses.</summary>
    public IReadOnlyList<Uri> Nodes { get; }

    /// <summary>Has the script do something with the cluster, or with a node of it.</summary>
    public void Do(string what, params string[] node) => Run([what, _folder, .. node]);

    /// <summary>Asks a node.</summary>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Nodes[0], path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until all nodes and all copies are there; the time that it took.</summary>
    public async Task<TimeSpan> UntilWholeAsync()
    {
        long began = Stopwatch.GetTimestamp();
        for (int tries = 0; tries < 10; tries++)
        {
            var health = await AskAsync(HttpMethod.Get, "/_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=60s");
            if (health.TryGetProperty("timed_out", out var late) && !late.GetBoolean())
            {
                return Stopwatch.GetElapsedTime(began);
            }
        }

        throw new TimeoutException("The cluster is not whole after ten minutes.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        Run(["stop", _folder, "--delete"]);
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Run(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(_script, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{_script} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
