using ProposalSearch.Engine.Searching;
using System.Text.Json;

namespace ProposalSearch.Compare.Speed;

/// <summary>
/// How fast queries are answered: the JSON lines of the peers' --ours, and beside them the bytes that each query allocates.
/// </summary>
internal static class BenchCommand
{
    public const string Usage = "bench FOLDER QUERIES.tsv [--modes count,a,b,c] [--budget SECONDS] [--corpus NAME] [--engine NAME]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["modes", "budget", "corpus", "engine"]);
        var queries = AskedQuery.Read(arguments.Word(1));
        string[] modes = arguments.Get("modes", string.Join(',', Modes.All)).Split(',');
        if (modes.Except(Modes.All).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentsException($"no mode {unknown}; there are {string.Join(", ", Modes.All)}");
        }

        using var snapshot = IndexSnapshot.Open(arguments.Word(0));
        using var output = new JsonLines();
        foreach (string mode in modes)
        {
            var measurement = new Measurement(new Modes(snapshot), queries);
            measurement.Run(mode, arguments.Get("budget", 20));
            output.Write(json =>
            {
                json.WriteString("engine", arguments.Get("engine", "ours"));
                json.WriteString("corpus", arguments.Get("corpus", ""));
                json.WriteString("mode", mode);
                Write(json, measurement, queries);
            });
            output.Flush();
        }

        return 0;
    }

    private static void Write(Utf8JsonWriter json, Measurement measurement, List<AskedQuery> queries)
    {
        var all = measurement.AllMicroseconds();
        json.WriteNumber("n", measurement.Count);
        json.WriteNumber("p50_us", Percentile(all, 0.5));
        json.WriteNumber("p99_us", Percentile(all, 0.99));
        json.WriteNumber("qps", Math.Round(measurement.Count / measurement.Seconds.Wall, 1));
        json.WriteNumber("cpu_qps", Math.Round(measurement.Count / Math.Max(measurement.Seconds.Processor, 1e-3), 1));
        Write(json, "per", queries, i => Percentile(measurement.Microseconds(i), 0.5));
        Write(json, "least", queries, i => Math.Round(measurement.Microseconds(i)[0], 1));
        Write(json, "allocated", queries, i => Math.Round(measurement.Allocated(i)));
        Write(json, "hits", queries, i => measurement.Hits(i));
    }

    private static void Write(Utf8JsonWriter json, string name, List<AskedQuery> queries, Func<int, double> value)
    {
        json.WriteStartObject(name);
        for (int i = 0; i < queries.Count; i++)
        {
            json.WriteNumber(queries[i].Name, value(i));
        }

        json.WriteEndObject();
    }

    private static double Percentile(double[] ascending, double part) =>
        Math.Round(ascending[Math.Min(ascending.Length - 1, (int)(part * ascending.Length))], 1);
}
