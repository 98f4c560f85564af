using System.Collections.Concurrent;
using System.Diagnostics;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>The host as a process of its own, on a free port of this machine: what ends it ends no test.</summary>
public sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = Patience };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>What it printed, so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it, and returns when it answers searches.</summary>
    public static async Task<HostProcess> StartAsync(string source, string index, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        string[] arguments = [typeof(CommandLine).Assembly.Location, "--source", source, "--index", index, "--urls", address.ToString()];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in settings)
        {
            start.Environment["ProposalSearch__" + name] = value;
        }

        var host = new HostProcess(Process.Start(start)!, address);
        try
        {
            await host.ReadyAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!_lines.Any(line => line.StartsWith("ProposalSearch is ready", StringComparison.Ordinal)))
        {
            if (HasEnded || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException("The host did not become ready: " + string.Join('\n', _lines));
            }

            await Task.Delay(20);
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
