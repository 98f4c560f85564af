using System.Diagnostics;
using System.Globalization;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// Builds of everything that are ended in the middle, and what the next one does with what was sent: the indexer killed, a node lost, disks
/// full; and builds of which single items are refused.
/// </summary>
/// <param name="cluster">The nodes.</param>
/// <param name="archive">The proposals.</param>
internal sealed class Builds(ClusterScript cluster, string archive)
{
    /// <summary>Documents that are there when a build is ended.</summary>
    private const int Enough = 400;

    /// <summary>Runs all; 0 where each build that was ended is gone on with, and each index has as many documents as the first.</summary>
    public static async Task<int> RunAsync(string script, string archive)
    {
        using var cluster = new ClusterScript(script, ClusterScript.Port, "cluster.info.update.interval=10s");
        var builds = new Builds(cluster, archive);
        long documents = await builds.UndisturbedAsync();
        int bad = await builds.RefusedAsync(documents);
        bad += await builds.EndedAsync("killed", documents, indexer => Do(indexer.Kill), static () => Task.CompletedTask);
        bad += await builds.EndedAsync("node", documents, _ => Do(() => cluster.Do("kill", "n3")), async () =>
        {
            cluster.Do("restart", "n3");
            await cluster.UntilWholeAsync();
        });
        bad += await builds.EndedAsync(
            "full", documents, _ => Faults.SetFreeAsync(cluster, "\"1000000gb\""), async () =>
            {
                await Faults.SetFreeAsync(cluster, "null");
                await Task.Delay(TimeSpan.FromSeconds(30)); // The cluster looks each ten seconds, and lets indexes be made after that.
            });
        Console.WriteLine(bad == 0 ? "all that must hold holds" : "something that must hold does not");
        return bad == 0 ? 0 : 1;
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private async Task<long> UndisturbedAsync()
    {
        Tell("nothing disturbs it", await IndexAsync("undisturbed", cluster.Nodes));
        return await CountAsync("undisturbed");
    }

    /// <summary>A build that something ends in the middle, and the next one.</summary>
    private async Task<int> EndedAsync(string alias, long documents, Func<Process, Task> end, Func<Task> mend)
    {
        using (var indexer = Start(alias, cluster.Nodes))
        {
            var (told, faults) = (indexer.StandardOutput.ReadToEndAsync(), indexer.StandardError.ReadToEndAsync());
            await UntilThereAsync(alias);
            await end(indexer);
            await indexer.WaitForExitAsync();
            Tell($"{alias}: ended", new Outcome(indexer.ExitCode, await told, await faults));
        }

        await mend();
        var next = await IndexAsync(alias, cluster.Nodes);
        Tell($"{alias}: the next one", next);
        bool isGoneOnWith = next.Said.Contains("were there from a run that was not finished", StringComparison.Ordinal);
        return isGoneOnWith && await CountAsync(alias) == documents ? 0 : 1;
    }

    /// <summary>Builds of which so many items of a hundred are refused for the moment; then one that is refused for good.</summary>
    private async Task<int> RefusedAsync(long documents)
    {
        int bad = 0;
        using var node = new RefusingNode(cluster.Nodes[0]);
        foreach (int percent in (int[])[0, 1, 10, 50])
        {
            string alias = FormattableString.Invariant($"refused{percent}");
            var random = new Random(percent);
            node.Refuse(_ => random.Next(100) < percent ? 429 : 200);
            var taken = await IndexAsync(alias, [node.Address]);
            Tell($"{percent} of 100 items refused for the moment, {node.Counts}", taken);
            bad += await CountAsync(alias) == documents ? 0 : 1;
        }

        int items = 0;
        node.Refuse(_ => ++items == Enough ? 400 : 200);
        var outcome = await IndexAsync("refused", [node.Address]);
        Tell($"one item refused for good, {node.Counts}", outcome);
        return bad + (outcome.Code == 0 ? 1 : 0);
    }

    private static void Tell(string what, Outcome outcome) => Console.WriteLine($"{what}: {outcome.Told}");

    private async Task<Outcome> IndexAsync(string alias, IReadOnlyList<Uri> nodes)
    {
        using var indexer = Start(alias, nodes);
        var (told, faults) = (indexer.StandardOutput.ReadToEndAsync(), indexer.StandardError.ReadToEndAsync());
        await indexer.WaitForExitAsync();
        return new Outcome(indexer.ExitCode, await told, await faults);
    }

    private Process Start(string alias, IReadOnlyList<Uri> nodes) => Process.Start(new ProcessStartInfo("dotnet",
    [
        "src/Indexer/bin/Release/net10.0/ProposalSearch.Indexer.dll", "--source", archive, "--backend", "opensearch", "--nodes",
        string.Join(',', nodes.Select(node => node.GetLeftPart(UriPartial.Authority))), "--index", alias, "--shards", "3",
        "--replicas", "1",
    ])
    { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private async Task UntilThereAsync(string alias)
    {
        for (int tries = 0; tries < 3_000; tries++)
        {
            if (await CountAsync(alias + "-*") >= Enough)
            {
                return;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The build has sent nothing after a minute.");
    }

    private async Task<long> CountAsync(string index)
    {
        await cluster.AskAsync(HttpMethod.Post, $"/{index}/_refresh");
        var counted = await cluster.AskAsync(HttpMethod.Post, $"/{index}/_count", """{"query":{"exists":{"field":"o"}}}""");
        return counted.TryGetProperty("count", out var count) ? count.GetInt64() : 0;
    }

    /// <summary>What became of an indexer.</summary>
    private sealed record Outcome(int Code, string Said, string Faults)
    {
        /// <summary>Its own words: how many proposals in which time, or why it ended.</summary>
        public string Told
        {
            get
            {
                string[] lines = Said.Split('\n');
                string done = string.Join(", ", ((string[])["Indexed", "Time"]).Select(head =>
                    lines.FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal)) ?? "").Where(line => line.Length > 0));
                return done.Length > 0 ? done : string.Create(CultureInfo.InvariantCulture, $"ended with {Code}. {Faults.Trim()}");
            }
        }
    }
}
