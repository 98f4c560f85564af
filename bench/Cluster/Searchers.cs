using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ProposalSearch.Load;

namespace ProposalSearch.ClusterProofs;

/// <summary>Searches over so many connections without a pause, where the total of each search is known.</summary>
/// <param name="host">Who is asked.</param>
/// <param name="totals">The query strings, each with its total.</param>
internal sealed class Searchers(Uri host, IReadOnlyList<(string Query, long Total)> totals)
{
    private readonly ConcurrentBag<(TimeSpan At, double Milliseconds, string? Fault)> _answers = [];
    private long _began;

    /// <summary>Two hundred searches with their totals, asked one after the other.</summary>
    public static async Task<List<(string Query, long Total)>> LearnAsync(Uri host)
    {
        using var client = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        var random = new Random(7);
        var known = new List<(string, long)>();
        foreach (string query in Enumerable.Range(0, 200).Select(_ => Varied.Query(random)).Distinct())
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/search?" + query, UriKind.Relative)));
            known.Add((query, answer.RootElement.GetProperty("total").GetInt64()));
        }

        return known;
    }

    /// <summary>Searches while somebody breaks something.</summary>
    /// <param name="name">What is broken.</param>
    /// <param name="connections">How many at a time.</param>
    /// <param name="breakAsync">Breaks it; the load goes on until it is done.</param>
    /// <returns>How many failed, or had another total.</returns>
    public async Task<int> RunAsync(string name, int connections, Func<Task> breakAsync)
    {
        _answers.Clear();
        _began = Stopwatch.GetTimestamp();
        using var end = new CancellationTokenSource();
        var searchers = Enumerable.Range(0, connections).Select(seed => Task.Run(() => SearchAsync(seed, end.Token))).ToList();
        await breakAsync();
        await end.CancelAsync();
        await Task.WhenAll(searchers);
        return Tell(name, connections);
    }

    private async Task SearchAsync(int seed, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            var (query, total) = totals[random.Next(totals.Count)];
            long began = Stopwatch.GetTimestamp();
            string? fault = await FaultAsync(client, query, total);
            _answers.Add((Stopwatch.GetElapsedTime(_began, began), Stopwatch.GetElapsedTime(began).TotalMilliseconds, fault));
        }
    }

    private static async Task<string?> FaultAsync(HttpClient client, string query, long total)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/v1/search?" + query, UriKind.Relative));
            string body = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
            {
                return $"failed: {(int)answer.StatusCode} {Code(body)}";
            }

            using var found = JsonDocument.Parse(body);
            return found.RootElement.GetProperty("total").GetInt64() == total ? null : "another total";
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return "failed: " + fault.Message;
        }
    }

    private static string Code(string problem)
    {
        using var said = JsonDocument.Parse(problem);
        return said.RootElement.TryGetProperty("code", out var code) ? code.ToString() : "";
    }

    private int Tell(string name, int connections)
    {
        var all = _answers.OrderBy(answer => answer.Milliseconds).ToList();
        int other = all.Count(answer => answer.Fault == "another total"), failed = all.Count(answer => answer.Fault is not null) - other;
        double At(double part) => all[(int)(part * (all.Count - 1))].Milliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {all.Count} requests over {connections} connections, {failed} failed, {other} with another total; ")
            + FormattableString.Invariant($"p50 {At(0.5):N0} ms, p99 {At(0.99):N0} ms, most {At(1):N0} ms"));
        foreach (var faults in all.Where(answer => answer.Fault is not null).GroupBy(answer => answer.Fault))
        {
            var (first, last) = (faults.Min(fault => fault.At.TotalSeconds), faults.Max(fault => fault.At.TotalSeconds));
            Console.WriteLine(FormattableString.Invariant($"  {faults.Key}: {faults.Count()}, {first:N1} to {last:N1} s"));
        }

        return failed + other;
    }
}
