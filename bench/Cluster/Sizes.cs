using System.Diagnostics;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Backends.OpenSearch;
using ProposalSearch.Compare.SideBySide;
using ProposalSearch.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// An archive many times as large, of sentences dealt anew, on each engine in turn: how quickly it is indexed, how large it is, and how
/// long searches take through the host, one after the other: ids alone (a), with totals and two facets (b), and with passages too (c).
/// </summary>
internal static class Sizes
{
    private const int WarmUps = 5;
    private const int Rounds = 40;

    private static readonly string[] _queries =
    [
        "poverty", "college+success", "%22college+success%22", "homeless+youth", "arts+education", "garden+OR+park", "immigr*",
        "evaluation:survey", "mental+health+services", "jobs+-training", "povrety~", "los+angeles+students", "water",
    ];

    private static readonly (string Mode, string Asked)[] _modes =
    [
        ("a", "&facets=&snippets=0"), ("b", "&facets=year,category&snippets=0"), ("c", "&facets=year,category&snippets=2"),
    ];

    /// <summary>Runs it on all engines.</summary>
    public static async Task<int> RunAsync(string script, string archive, int copies)
    {
        using var cluster = new ClusterScript(script, ClusterScript.Port);
        using var store = new OpenSearchStore(new OpenSearchSettings { Nodes = cluster.Nodes, Shards = 3, Replicas = 1 });
        string folder = Directory.CreateTempSubdirectory("cluster-sizes-").FullName;
        (IIndexStore Store, string Location)[] engines =
        [
            (new LuceneStore(), Path.Combine(folder, "lucene")), (new EmbeddedStore(), Path.Combine(folder, "embedded")), (store, "proofs"),
        ];
        foreach (var (engine, location) in engines)
        {
            await BuildAsync(engine, location, archive, copies, cluster);
            await SearchAsync(engine.Name, location, archive, cluster);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task BuildAsync(IIndexStore engine, string location, string archive, int copies, ClusterScript cluster)
    {
        var backend = new SearchBackend(new CopyingStore(engine, copies));
        var (clock, own, nodes) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, await ProcessorAsync(cluster));
        await IndexingPipeline.RunAsync(new IndexingOptions(archive, location, null), backend, TimeProvider.System);
        double seconds = clock.Elapsed.TotalSeconds;
        own = Environment.CpuUsage.TotalTime - own;
        nodes = await ProcessorAsync(cluster) - nodes;
        using var index = await backend.OpenAsync(location);
        var statistics = await index.StatisticsAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"{engine.Name}: {statistics.Documents:N0} documents in {seconds:N0} s ({statistics.Documents / seconds:N0} a second), ")
            + FormattableString.Invariant(
                $"processor: {own.TotalSeconds:N0} s here, {nodes.TotalSeconds:N0} s of nodes; {statistics.Bytes / 1e6:N0} MB"));
    }

    private static async Task SearchAsync(string engine, string location, string archive, ClusterScript cluster)
    {
        using var host = await Host.StartAsync(
            archive, ClusterScript.HostPort, ("Backend", engine), ("Index", location), ("SearchBudgetMilliseconds", "30000"),
            ("OpenSearch__Nodes", string.Join(',', cluster.Nodes.Select(node => node.GetLeftPart(UriPartial.Authority)))));
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var (_, asked) in _modes)
        {
            await AskAsync(client, asked, WarmUps);
        }

        foreach (var (mode, asked) in _modes)
        {
            var (own, nodes) = (host.Processor, await ProcessorAsync(cluster));
            var sorted = await AskAsync(client, asked, Rounds);
            (own, nodes) = (host.Processor - own, await ProcessorAsync(cluster) - nodes);
            Console.WriteLine(FormattableString.Invariant(
                $"  {mode}: p50 {sorted[sorted.Count / 2]:N1} ms, p99 {sorted[sorted.Count * 99 / 100]:N1} ms; processor a search: ")
                + FormattableString.Invariant(
                    $"{own.TotalMilliseconds / sorted.Count:N1} ms of the host, {nodes.TotalMilliseconds / sorted.Count:N1} ms of nodes"));
        }
    }

    /// <summary>Asks all queries again and again, one after the other: the milliseconds of each, least first.</summary>
    private static async Task<List<double>> AskAsync(HttpClient client, string asked, int rounds)
    {
        var took = new List<double>();
        foreach (string query in Enumerable.Repeat(_queries, rounds).SelectMany(static queries => queries))
        {
            long began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri($"/v1/search?q={query}{asked}", UriKind.Relative));
            await answer.Content.ReadAsStringAsync();
            answer.EnsureSuccessStatusCode();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        took.Sort();
        return took;
    }

    /// <summary>Time of processors that the nodes have used.</summary>
    private static async Task<TimeSpan> ProcessorAsync(ClusterScript cluster)
    {
        var nodes = (await cluster.AskAsync(HttpMethod.Get, "/_nodes/stats/process")).GetProperty("nodes");
        return TimeSpan.FromMilliseconds(nodes.EnumerateObject().Sum(node =>
            node.Value.GetProperty("process").GetProperty("cpu").GetProperty("total_in_millis").GetInt64()));
    }
}
