using System.Diagnostics;
using System.Net;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// What becomes of searches while a cluster is broken: a node killed, frozen, slow; all of it stopped; its disks full. A host before three
/// nodes, an index of three parts with a copy each. A search may take a minute, so that what fails does so for the cluster's sake.
/// </summary>
internal sealed class Faults(string archive, int connections, TimeSpan time)
{

    private static readonly (string, string)[] _patient =
    [
        ("SearchBudgetMilliseconds", "60000"), ("QueueMilliseconds", "10000"), ("MaxConcurrentSearches", "64"),
    ];

    /// <summary>Runs all; 0 where no search failed that should not, and no total was another.</summary>
    public static async Task<int> RunAsync(string script, string archive, TimeSpan time, int connections)
    {
        // So nodes that are frozen are missed after some seconds, where a server that is told nothing takes half a minute.
        using var cluster = new ClusterScript(
            script, ClusterScript.Port, "cluster.fault_detection.follower_check.timeout=3s",
            "cluster.fault_detection.leader_check.timeout=3s", "cluster.info.update.interval=10s");
        var faults = new Faults(archive, connections, time);
        int bad = await faults.NodesAsync(cluster);
        bad += await faults.SlowAsync(cluster);
        bad += await faults.FullAsync(cluster);
        bad += await faults.StoppedAsync(cluster);
        Console.WriteLine(bad == 0 ? "all that must hold holds" : "something that must hold does not");
        return bad == 0 ? 0 : 1;
    }

    private async Task<int> NodesAsync(ClusterScript cluster)
    {
        using var host = await Host.StartAsync(archive, cluster.Nodes, ClusterScript.HostPort, _patient);
        var searchers = new Searchers(host.Address, await Searchers.LearnAsync(host.Address));
        int bad = await searchers.RunAsync("nothing broken", connections, () => Task.Delay(time));
        bad += await searchers.RunAsync("a node killed", connections, async () =>
        {
            await Task.Delay(time / 4);
            cluster.Do("kill", "n3");
            await Task.Delay(time);
            cluster.Do("restart", "n3");
            Console.WriteLine($"  back again, all copies are there after {(await cluster.UntilWholeAsync()).TotalSeconds:N0} s");
        });
        bad += await searchers.RunAsync("a node frozen", connections, async () =>
        {
            await Task.Delay(time / 4);
            cluster.Do("pause", "n3");
            await Task.Delay(time);
            cluster.Do("resume", "n3");
            Console.WriteLine($"  let go again, all copies are there after {(await cluster.UntilWholeAsync()).TotalSeconds:N0} s");
        });
        return bad;
    }

    private async Task<int> SlowAsync(ClusterScript cluster)
    {
        SlowProxy[] proxies = [.. cluster.Nodes.Select(node => new SlowProxy(node))];
        using (var host = await Host.StartAsync(archive, proxies.Select(proxy => proxy.Address), ClusterScript.HostPort, _patient))
        {
            var searchers = new Searchers(host.Address, await Searchers.LearnAsync(host.Address));
            int bad = await searchers.RunAsync("a node that answers half a second late", connections, async () =>
            {
                proxies[2].Delay = TimeSpan.FromMilliseconds(500);
                await Task.Delay(time);
            });
            Array.ForEach(proxies, proxy => proxy.Dispose());
            return bad;
        }
    }

    /// <summary>The watermarks above what is free: searches go on, a build stops with a reason, and is made when there is room.</summary>
    private async Task<int> FullAsync(ClusterScript cluster)
    {
        string copy = Directory.CreateTempSubdirectory("cluster-archive-").FullName;
        CopyFolder(archive, copy);
        using var host = await Host.StartAsync(copy, cluster.Nodes, ClusterScript.HostPort, _patient);
        var searchers = new Searchers(host.Address, await Searchers.LearnAsync(host.Address));
        int bad = await searchers.RunAsync("disks full", connections / 8, async () =>
        {
            await SetFreeAsync(cluster, "\"1000000gb\"");
            await Task.Delay(TimeSpan.FromSeconds(15));
            await File.WriteAllTextAsync(Path.Combine(copy, "full.md"), "---\ntitle: The disk is full\n---\nzyzzyvafull\n");
            Console.WriteLine("  a build says: " + await RefreshAsync(host));
            await SetFreeAsync(cluster, "null");
            Console.WriteLine($"  with room again, the host has built by itself after {(await UntilFoundAsync(host)).TotalSeconds:N0} s");
        });
        Directory.Delete(copy, recursive: true);
        return bad;
    }

    private async Task<int> StoppedAsync(ClusterScript cluster)
    {
        using var host = await Host.StartAsync(archive, cluster.Nodes, ClusterScript.HostPort);
        using var client = new HttpClient { BaseAddress = host.Address };
        cluster.Do("stop");
        var slowest = TimeSpan.Zero;
        int bad = 0;
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(250);
            long began = Stopwatch.GetTimestamp();
            using var search = await client.GetAsync(new Uri("/v1/search?q=poverty", UriKind.Relative));
            var took = Stopwatch.GetElapsedTime(began);
            slowest = took > slowest ? took : slowest;
            bool isTold = search.StatusCode == HttpStatusCode.ServiceUnavailable && search.Headers.RetryAfter is not null
                && search.Content.Headers.ContentType?.MediaType == "application/problem+json";
            bad += isTold ? 0 : 1;
            bad += await StatusAsync(client, "/health/live") == 200 && await StatusAsync(client, "/health/ready") == 503 ? 0 : 1;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"all stopped: of 20 searches with live 200 and ready 503, {bad} were not so, or not told 503 with Retry-After and problem ")
            + FormattableString.Invariant($"details; the slowest after {slowest.TotalMilliseconds:N0} ms"));
        cluster.Do("start");
        var ready = await host.UntilReadyAsync();
        var (status, tries) = (0, 0);
        for (; status != 200 && tries < 60; tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 500);
            status = await StatusAsync(client, "/v1/search?q=poverty");
        }

        Console.WriteLine($"  started again: ready after {ready.TotalSeconds:N1} s, search {tries} is answered with {status}");
        return bad + (status == 200 ? 0 : 1);
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    internal static Task SetFreeAsync(ClusterScript cluster, string free) => cluster.AskAsync(
        HttpMethod.Put, "/_cluster/settings",
        "{\"persistent\":{" + string.Join(',', ((string[])["low", "high", "flood_stage"]).Select(mark =>
            $"\"cluster.routing.allocation.disk.watermark.{mark}\":{free}")) + "}}");

    private static async Task<string> RefreshAsync(Host host)
    {
        using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Host.Key);
        using var answer = await client.PostAsync(new Uri("/v1/index/refresh", UriKind.Relative), null);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static async Task<TimeSpan> UntilFoundAsync(Host host)
    {
        long began = Stopwatch.GetTimestamp();
        using var client = new HttpClient { BaseAddress = host.Address };
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(5))
        {
            string found = await client.GetStringAsync(new Uri("/v1/search?q=zyzzyvafull", UriKind.Relative));
            if (found.Contains("The disk is full", StringComparison.Ordinal))
            {
                return Stopwatch.GetElapsedTime(began);
            }

            await Task.Delay(500);
        }

        throw new TimeoutException("The host has not built by itself after five minutes.");
    }

    internal static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
