using System.Diagnostics;
using System.Globalization;

namespace ProposalSearch.ClusterProofs;

/// <summary>A host of its own process, ended with this object.</summary>
internal sealed class Host : IDisposable
{
    /// <summary>What allows to bring the index up to date.</summary>
    public const string Key = "a-key-for-cluster-proofs";

    private static readonly TimeSpan _mostStart = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private Host(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Time of processors that it has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one on the cluster and waits until it is ready.</summary>
    /// <param name="archive">The proposals.</param>
    /// <param name="nodes">The nodes that it asks.</param>
    /// <param name="port">Where it is to listen.</param>
    /// <param name="settings">Further settings, each with its value.</param>
    public static Task<Host> StartAsync(
        string archive, IEnumerable<Uri> nodes, int port, params (string Name, string Value)[] settings) => StartAsync(
        archive, port,
        [
            ("Backend", "opensearch"), ("Index", "proofs"), ("OpenSearch__Shards", "3"), ("OpenSearch__Replicas", "1"),
            ("OpenSearch__Nodes", string.Join(',', nodes.Select(node => node.GetLeftPart(UriPartial.Authority)))), .. settings,
        ]);

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <param name="archive">The proposals.</param>
    /// <param name="port">Where it is to listen.</param>
    /// <param name="settings">Its settings, each with its value.</param>
    public static async Task<Host> StartAsync(string archive, int port, params (string Name, string Value)[] settings)
    {
        string at = FormattableString.Invariant($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(
            "dotnet", ["src/SearchHost/bin/Release/net10.0/ProposalSearch.SearchHost.dll", "--source", archive, "--urls", at])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ProposalSearch__AdminKey"] = Key;
        foreach (var (name, value) in settings)
        {
            start.Environment["ProposalSearch__" + name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new Host(process, new Uri(at));
        await host.UntilReadyAsync();
        return host;
    }

    /// <summary>Waits until it says that it is ready; the time that it took.</summary>
    public async Task<TimeSpan> UntilReadyAsync()
    {
        long began = Stopwatch.GetTimestamp();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        while (Stopwatch.GetElapsedTime(began) < _mostStart && !_process.HasExited)
        {
            if (await IsReadyAsync(client))
            {
                return Stopwatch.GetElapsedTime(began);
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The host at {Address} is not ready after {Stopwatch.GetElapsedTime(began)}."));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
