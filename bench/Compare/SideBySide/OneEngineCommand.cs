using System.Globalization;
using ProposalSearch.Compare.Speed;
using ProposalSearch.Indexing;
using ProposalSearch.Search;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// What <see cref="BackendsCommand"/> has done in a process of its own, so that each starts cold and its memory is its own.
/// </summary>
internal static class OneEngineCommand
{
    public const string Usage = "one-engine build|ask ENGINE SOURCE FOLDER [--copies N] [--plain-in memory|files|mapped]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 4, ["copies", "plain-in"]);
        var (engine, source, folder) = (arguments.Word(1), arguments.Word(2), arguments.Word(3));
        if (arguments.Word(0) == "build")
        {
            Build(engine, source, folder, (int)arguments.Get("copies", 1));
        }
        else
        {
            using var contender = Engines.Open(engine, folder, BackendsCommand.PlainIn(arguments));
            contender.Ask(new AskedQuery("or", "poverty", ["poverty"]), Mode.Snippets);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Environment.CpuUsage.TotalTime.TotalSeconds:F3} {PeakMegabytes():F0}"));
        return 0;
    }

    private static void Build(string engine, string source, string folder, int copies)
    {
        var backend = new SearchBackend(new CopyingStore(Engines.Store(engine), copies));
        var options = new IndexingOptions(source, folder, null) { Rebuild = true };
        IndexingPipeline.RunAsync(options, backend, TimeProvider.System).GetAwaiter().GetResult();
    }

    /// <summary>The most memory that this process ever had, where the system tells (VmHWM).</summary>
    private static double PeakMegabytes()
    {
        const string status = "/proc/self/status";
        string? peak = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return peak is null ? double.NaN
            : double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
