using System.Diagnostics;

namespace ProposalSearch.Engine.Tests;

/// <summary>This test assembly run as a program of its own (<see cref="TestProgram"/>), for what only another process can show.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts the program.</summary>
    /// <param name="arguments">What <see cref="TestProgram"/> is to do.</param>
    /// <param name="environment">Variables to set.</param>
    public static ChildProcess Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The next line that it prints, or <see langword="null"/> when it has ended.</summary>
    public async Task<string?> LineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>All that it prints until it ends, which it must do well within a minute.</summary>
    public async Task<string> OutputAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return output;
    }

    /// <summary>Ends it as a power cut would, and waits until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
