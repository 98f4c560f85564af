using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// Two hosts over one index, and an indexer that publishes again and again. An answer must be of one edition, and both hosts must give the
/// same answer, the same ETag and the same way to the next page for one edition.
/// </summary>
internal sealed class Editions
{
    private const string Word = "zyzzyvaedition";

    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _faults = [];
    private readonly ConcurrentDictionary<string, int> _editions = new(StringComparer.Ordinal);
    private int _answers;

    /// <summary>Runs it; 0 where nothing failed and nothing was mixed.</summary>
    public static async Task<int> RunAsync(string script, string archive, TimeSpan time, TimeSpan every)
    {
        using var cluster = new ClusterScript(script, ClusterScript.Port);
        string copy = Directory.CreateTempSubdirectory("cluster-archive-").FullName;
        Faults.CopyFolder(archive, copy);
        Write(copy, 0);
        await IndexAsync(copy, cluster);
        using (var one = await Host.StartAsync(copy, cluster.Nodes, ClusterScript.HostPort, Patient))
        using (var other = await Host.StartAsync(copy, cluster.Nodes, ClusterScript.HostPort + 1, Patient))
        {
            var editions = new Editions();
            using var end = new CancellationTokenSource();
            var searchers = Enumerable.Range(0, 8)
                .Select(at => Task.Run(() => editions.SearchAsync(at % 2 == 0 ? one.Address : other.Address, end.Token))).ToList();
            int published = await PublishAsync(copy, cluster, time, every);
            await end.CancelAsync();
            await Task.WhenAll(searchers);
            Directory.Delete(copy, recursive: true);
            return editions.Tell(published);
        }
    }

    /// <summary>Both hosts take the same address, so that what depends on it is the same, as behind a balancer.</summary>
    private static (string, string)[] Patient =>
    [
        ("SearchBudgetMilliseconds", "30000"), ("QueueMilliseconds", "10000"), ("MaxConcurrentSearches", "16"),
        ("IndexCheckMilliseconds", "1000"), ("ServeOnly", "true"),
    ];

    private static async Task<int> PublishAsync(string copy, ClusterScript cluster, TimeSpan time, TimeSpan every)
    {
        long began = Stopwatch.GetTimestamp();
        int published = 0;
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            long turn = Stopwatch.GetTimestamp();
            Write(copy, published + 1);
            published += await IndexAsync(copy, cluster) ? 1 : 0;
            var left = every - Stopwatch.GetElapsedTime(turn);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return published;
    }

    private static async Task<bool> IndexAsync(string copy, ClusterScript cluster)
    {
        using var indexer = Process.Start(new ProcessStartInfo("dotnet",
        [
            "src/Indexer/bin/Release/net10.0/ProposalSearch.Indexer.dll", "--source", copy, "--backend", "opensearch", "--nodes",
            string.Join(',', cluster.Nodes.Select(node => node.GetLeftPart(UriPartial.Authority))), "--index", "proofs",
            "--shards", "3", "--replicas", "1",
        ])
        { RedirectStandardOutput = true })!;
        await indexer.StandardOutput.ReadToEndAsync();
        await indexer.WaitForExitAsync();
        return indexer.ExitCode == 0;
    }

    /// <summary>One to five proposals with the word, each with the turn in its title.</summary>
    private static void Write(string copy, int turn)
    {
        for (int at = 0; at < 5; at++)
        {
            string file = Path.Combine(copy, $"edition-{at}.md");
            if (at <= turn % 5)
            {
                File.WriteAllText(file, $"---\ntitle: Edition {at} of turn {turn}\n---\n{Word}\n");
            }
            else
            {
                File.Delete(file);
            }
        }
    }

    private async Task SearchAsync(Uri host, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Host = "localhost";
        string[] asked = [$"/v1/search?q={Word}", "/v1/search?q=college&per_page=5", "/v1/search?q=youth+garden&sort=newest&per_page=5"];
        for (int turn = 0; !end.IsCancellationRequested; turn++)
        {
            string address = asked[turn % asked.Length];
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), CancellationToken.None);
            string body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            Interlocked.Increment(ref _answers);
            if (!answer.IsSuccessStatusCode)
            {
                _faults.Add($"{(int)answer.StatusCode} {body}");
                continue;
            }

            using var found = JsonDocument.Parse(body);
            Check(address, answer.Headers.ETag?.Tag ?? "none", found.RootElement);
            if (Next(found.RootElement) is { Length: > 0 } next && turn % 5 == 0)
            {
                await FollowAsync(client, next);
            }
        }
    }

    /// <summary>The next page: it may be of a newer edition, and must be an answer.</summary>
    private async Task FollowAsync(HttpClient client, string next)
    {
        using var answer = await client.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute));
        if (!answer.IsSuccessStatusCode)
        {
            _faults.Add($"next page: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private void Check(string address, string tag, JsonElement found)
    {
        string build = found.GetProperty("index").GetProperty("build").GetString()!;
        string[] titles = [.. found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("title").GetString()!)];
        string said = $"{tag} {found.GetProperty("total")} {Next(found)} {string.Join('|', titles)}";
        _editions.TryAdd(build, 0);
        string known = _seen.GetOrAdd($"{build} {address}", said);
        if (known != said)
        {
            _faults.Add($"{build} {address}: {known} and {said}");
        }

        if (address.Contains(Word, StringComparison.Ordinal)
            && titles.Select(title => title.Split(' ')[^1]).Distinct().Skip(1).Any())
        {
            _faults.Add("hits of several turns: " + said);
        }
    }

    private static string Next(JsonElement found) =>
        found.GetProperty("links").TryGetProperty("next", out var next) ? next.ToString() : "";

    private int Tell(int published)
    {
        Console.WriteLine(
            $"two hosts, {published} publications, {_editions.Count} editions seen, {_answers} answers: "
            + $"{_faults.Count} failed or were mixed");
        _faults.Distinct().Take(5).ToList().ForEach(Console.WriteLine);
        return _faults.IsEmpty ? 0 : 1;
    }
}
