using System.Diagnostics;
using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search;

namespace ProposalSearch.Compare.Speed;

/// <summary>
/// The backends side by side, through the seam that the product asks them by: an archive built by the pipeline, then each query again and
/// again, the backends in turn, one thread, warm. Processor time, so that a busy machine disturbs little; the ratio is what to look at.
/// </summary>
internal static class BackendsCommand
{
    public const string Usage = "backends SOURCE QUERIES.tsv [--rounds N]";

    private static readonly string[] _modes = ["ids", "facets", "snippets"];
    private static readonly HighlightOptions _passages = new() { MaximumPassages = 2, Without = new HashSet<int> { 0 } };

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["rounds"]);
        var queries = AskedQuery.Read(arguments.Word(1));
        int rounds = (int)arguments.Get("rounds", 300);
        string folder = Directory.CreateTempSubdirectory("backends-").FullName;
        try
        {
            IIndexStore[] stores = [new EmbeddedStore(), new LuceneStore()];
            var readers = stores.Select(store => Build(store, arguments.Word(0), Path.Combine(folder, store.Name))).ToList();
            Array.ForEach(_modes, mode => Compare(mode, readers, queries, rounds));
            readers.ForEach(reader => reader.Dispose());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static IIndexReader Build(IIndexStore store, string source, string folder)
    {
        var before = Cpu();
        IndexingPipeline.RunAsync(new IndexingOptions(source, folder, null), new SearchBackend(store), TimeProvider.System)
            .GetAwaiter().GetResult();
        var built = Cpu() - before;
        long watch = Stopwatch.GetTimestamp();
        var reader = store.OpenAsync(folder).AsTask().GetAwaiter().GetResult();
        var opened = Stopwatch.GetElapsedTime(watch);
        var statistics = reader.StatisticsAsync().AsTask().GetAwaiter().GetResult();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Name}: {statistics.Documents} documents, built in {built.TotalSeconds:F2} s of processor time, "
                + $"{statistics.Bytes / 1e6:F1} MB, {statistics.Segments} segments, opened in {opened.TotalMilliseconds:F1} ms"));
        return reader;
    }

    private static void Compare(string mode, List<IIndexReader> readers, List<AskedQuery> queries, int rounds)
    {
        var analysis = new AskedQueryAnalysis(AnalysisOptions.Default);
        double[] sums = new double[readers.Count];
        foreach (var asked in queries)
        {
            var query = analysis.Build(asked);
            double[] microseconds = new double[readers.Count];
            long[] hits = new long[readers.Count];
            for (int i = 0; i < readers.Count; i++)
            {
                Repeat(readers[i], query, mode, rounds);
                var before = Cpu();
                hits[i] = Repeat(readers[i], query, mode, rounds);
                microseconds[i] = (Cpu() - before).TotalMicroseconds / rounds;
                sums[i] += microseconds[i];
            }

            string each = string.Join(" ", microseconds.Select(one => one.ToString("F1", CultureInfo.InvariantCulture)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{mode} {asked.Name}: {each} µs, ratio {microseconds[1] / microseconds[0]:F2}, hits {string.Join(" ", hits)}"));
        }

        string means = string.Join(" ", readers.Select((reader, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{reader.Identity.Backend} {sums[i] / queries.Count:F1} µs")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mode}, mean: {means}, ratio {sums[1] / sums[0]:F2}"));
    }

    private static long Repeat(IIndexReader reader, Retrieval.Queries.Query query, string mode, int rounds)
    {
        long total = 0;
        for (int i = 0; i < rounds; i++)
        {
            string[] facets = mode == "ids" ? [] : ["year", "category"];
            var result = reader.Begin(TimeLimit.None)
                .SearchAsync(query, new SearchOptions { Facets = facets, Count = mode != "ids" }).AsTask().GetAwaiter().GetResult();
            if (mode == "snippets")
            {
                var details = reader.Begin(TimeLimit.None)
                    .DescribeAsync(new DetailsRequest(result.Hits) { Marked = query, Passages = _passages })
                    .AsTask().GetAwaiter().GetResult();
                total += details.Sum(one => one.Document.Id.Length + one.Document.ReadStored().Length) & 0;
            }

            total += mode == "ids" ? result.Hits.Count : result.Total;
        }

        return total / rounds;
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
