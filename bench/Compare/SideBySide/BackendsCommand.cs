using System.Globalization;
using ProposalSearch.Compare.Speed;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// Our backends and plain Lucene.Net side by side: the same archive built by the same pipeline, each in a process of its own; from a start
/// to the first answer; then every query in turns, warm. What to look at is the ratio.
/// </summary>
internal static class BackendsCommand
{
    public const string Usage =
        "backends SOURCE QUERIES.tsv [--copies N] [--batches N] [--plain-in memory|files|mapped] [--engines A,B] [--keep FOLDER]";

    private const int Starts = 5;

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["copies", "batches", "plain-in", "engines", "keep"]);
        var queries = AskedQuery.Read(arguments.Word(1));
        string[] engines = arguments.Get("engines", string.Join(',', Engines.All)).Split(',');
        string folder = arguments.Has("keep") ? Directory.CreateDirectory(arguments.Get("keep", "")).FullName
            : Directory.CreateTempSubdirectory("backends-").FullName;
        try
        {
            Array.ForEach(engines, engine => Build(engine, arguments, Path.Combine(folder, engine)));
            Array.ForEach(engines, engine => Start(engine, arguments, Path.Combine(folder, engine)));
            List<IContender> contenders =
                [.. engines.Select(engine => Engines.Open(engine, Path.Combine(folder, engine), PlainIn(arguments)))];
            Array.ForEach(Enum.GetValues<Mode>(), mode => Compare(mode, contenders, queries, (int)arguments.Get("batches", 11)));
            contenders.ForEach(contender => contender.Dispose());
        }
        finally
        {
            if (!arguments.Has("keep"))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    public static PlainFiles PlainIn(Arguments arguments) =>
        Enum.Parse<PlainFiles>(arguments.GetOneOf("plain-in", "memory", "memory", "files", "mapped"), ignoreCase: true);

    private static void Build(string engine, Arguments arguments, string folder)
    {
        if (Directory.Exists(folder))
        {
            Console.WriteLine($"build {engine}: {folder} is there already and is asked as it is");
            return;
        }

        string copies = arguments.Get("copies", "1");
        var (seconds, processor, peak) = EngineProcess.Run("build", engine, arguments.Word(0), folder, "--copies", copies);
        double megabytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"build {engine}: {seconds:F2} s, {processor:F2} s of the processor, peak {peak:F0} MB, index {megabytes:F1} MB"));
    }

    /// <summary>From the start of a process to its first answer with passages.</summary>
    private static void Start(string engine, Arguments arguments, string folder)
    {
        var runs = Enumerable.Range(0, Starts).Select(_ => EngineProcess.Run("ask", engine, arguments.Word(0), folder,
            "--plain-in", arguments.Get("plain-in", "memory"))).ToList();
        double seconds = runs.Min(run => run.Seconds), processor = runs.Min(run => run.Processor), peak = runs.Max(run => run.Megabytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first answer {engine}: {seconds * 1e3:F0} ms, {processor * 1e3:F0} ms of the processor, peak {peak:F0} MB (of {Starts})"));
    }

    private static void Compare(Mode mode, List<IContender> contenders, List<AskedQuery> queries, int batches)
    {
        var race = new Race(contenders, batches);
        race.WarmUp(queries, mode);
        string others = string.Join("", contenders.Skip(1).Select(one => $" {one.Name}/{contenders[0].Name} |"));
        string names = string.Join(" | ", contenders.Select(one => one.Name + ", µs"));
        Console.WriteLine($"\n| {mode.ToString().ToLowerInvariant()} | {names} |{others} hits |");
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", contenders.Count * 2)));
        var logarithms = new double[contenders.Count];
        int counted = 0;
        foreach (var query in queries)
        {
            var (times, hits) = race.Run(query, mode);
            Row(query.Name, times, string.Join(" ", hits));
            if (hits.All(found => found > 0))
            {
                counted++;
                logarithms = [.. logarithms.Zip(times, (sum, time) => sum + Math.Log(time))];
            }
        }

        Row($"geometric mean of {counted} with hits", [.. logarithms.Select(sum => Math.Exp(sum / counted))], "");
    }

    private static void Row(string name, double[] times, string end)
    {
        string each = string.Join(" | ", times.Select(time => time.ToString("F1", CultureInfo.InvariantCulture)));
        string ratios = string.Concat(
            times.Skip(1).Select(time => string.Create(CultureInfo.InvariantCulture, $" {time / times[0]:F2} |")));
        Console.WriteLine($"| {name} | {each} |{ratios} {end} |");
    }
}
