using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;

namespace ProposalSearch.SearchHost.Tests.Logging;

/// <summary>The program as somebody runs it, on the sample proposals and a free port of this machine, with all that it writes.</summary>
internal sealed partial class LoggedHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _index = Path.Combine(Path.GetTempPath(), "proposalsearch-logged-" + Guid.NewGuid().ToString("N"));
    private readonly StringBuilder _written = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoggedHost()
    {
        var program = typeof(CommandLine).Assembly.Location;
        var seeds = Path.Combine(Repository.Root, "seeds");
        var start = new ProcessStartInfo("dotnet", [program, "--source", seeds, "--index", _index, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Lines written so far.</summary>
    public string[] Lines
    {
        get
        {
            lock (_written)
            {
                return _written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    public static async Task<LoggedHost> StartAsync()
    {
        var host = new LoggedHost();
        host.Address = await host._ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (Directory.Exists(_index))
        {
            Directory.Delete(_index, recursive: true);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_written)
        {
            _written.Append(line).Append('\n');
        }

        if (Ready().Match(line) is { Success: true } match)
        {
            _ready.TrySetResult(new Uri(match.Value));
        }
    }

    [GeneratedRegex(@"(?<=is ready: .* at )http://\S+")]
    private static partial Regex Ready();
}
