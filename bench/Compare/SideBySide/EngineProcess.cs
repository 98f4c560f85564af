using System.Diagnostics;
using System.Globalization;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Runs <see cref="OneEngineCommand"/>.</summary>
internal static class EngineProcess
{
    /// <summary>What it took: seconds by the clock from its start to its end, of the processor, and its peak memory.</summary>
    public static (double Seconds, double Processor, double Megabytes) Run(params IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EngineProcess).Assembly.Location);
        }

        Array.ForEach(["one-engine", .. arguments], start.ArgumentList.Add);
        long started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        string[] said = (process.StandardOutput.ReadLine() ?? "").Split(' ');
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0 && said.Length == 2
            ? (seconds, double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture))
            : throw new IOException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
