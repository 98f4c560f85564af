using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProposalSearch.Load;

/// <summary>
/// Keeps so many dear requests under way at once, and asks meanwhile, one after the other, after the host's health and for what people
/// search for. Tells how long each kind took and how it was answered.
/// </summary>
internal static class Overload
{
    private const int Searchers = 4;

    private static readonly string[] Words =
        ["poverty", "college", "youth+garden", "homeless", "arts+education", "evaluation:survey", "mental+health", "jobs"];

    /// <summary>
    /// Returns 0 where health is answered within 50 ms (99 of 100), and each search within 500 ms or with 503 and <c>Retry-After</c>.
    /// </summary>
    public static async Task<int> RunAsync(Uri host, TimeSpan time, int dear)
    {
        using var end = new CancellationTokenSource(time);
        using var client = new HttpClient { BaseAddress = host };
        var (health, searches, dears) = (new ConcurrentBag<Asked>(), new ConcurrentBag<Asked>(), new ConcurrentBag<Asked>());
        var loops = new List<Task> { AskAsync(client, _ => "/health/live", health, TimeSpan.FromMilliseconds(20), end.Token) };
        loops.AddRange(Enumerable.Range(0, dear).Select(at => AskAsync(client, turn => Dear(turn, at), dears, TimeSpan.Zero, end.Token)));
        loops.AddRange(Enumerable.Range(0, Searchers).Select(at => AskAsync(
            client,
            turn => $"/v1/search?q={Words[(turn + at) % Words.Length]}&page={(turn % 5) + 1}",
            searches, TimeSpan.FromMilliseconds(100), end.Token)));
        await Task.WhenAll(loops);
        Tell("dear requests", dears);
        Tell("/health/live", health);
        Tell("ordinary searches", searches);
        var late = searches.Count(asked => asked is not ({ Status: 200, Milliseconds: < 500 } or { Status: 503, HasRetryAfter: true }));
        Console.WriteLine(FormattableString.Invariant(
            $"ordinary searches that took 500 ms without being refused, or failed otherwise: {late}"));
        return late == 0 && Percentile(health, 99) < 50 && health.All(asked => asked.Status == 200) ? 0 : 1;
    }

    /// <summary>A dear search that nobody has asked before.</summary>
    private static string Dear(int turn, int at) => $"{Requests.Dear}+OR+*{(char)('a' + (turn % 26))}{(char)('a' + (at % 26))}*";

    private static async Task AskAsync(
        HttpClient client, Func<int, string> address, ConcurrentBag<Asked> answers, TimeSpan pause, CancellationToken end)
    {
        for (var turn = 0; !end.IsCancellationRequested; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(address(turn), UriKind.Relative), CancellationToken.None);
            await response.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            answers.Add(new Asked((int)response.StatusCode, took, response.Headers.RetryAfter is not null));
            await Task.Delay(pause, CancellationToken.None);
        }
    }

    private static void Tell(string name, ConcurrentBag<Asked> answers)
    {
        var counts = answers.CountBy(asked => asked.Status).OrderBy(count => count.Key);
        var statuses = string.Join(", ", counts.Select(count => $"{count.Key}: {count.Value}"));
        var (half, nearlyAll, most) = (Percentile(answers, 50), Percentile(answers, 99), Percentile(answers, 100));
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {answers.Count} ({statuses}); p50 {half:N1} ms, p99 {nearlyAll:N1} ms, most {most:N1} ms"));
    }

    private static double Percentile(ConcurrentBag<Asked> answers, int percent)
    {
        var sorted = answers.Select(asked => asked.Milliseconds).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }

    private readonly record struct Asked(int Status, double Milliseconds, bool HasRetryAfter);
}
