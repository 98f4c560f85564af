using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProposalSearch.Load;

/// <summary>
/// Keeps so many dear requests under way at once, and asks meanwhile, after the host's health and for what people
/// search for. Tells how long each kind took and how it was answered.
/// </summary>
internal static class Overload
{
    private const int Searchers = 4;

    // What others may wait beside a single client that sends dear requests without end, in milliseconds.
    private const int MostBesideOne = 100;

    private static readonly string[] Words =
        ["poverty", "college", "youth+garden", "homeless", "arts+education", "evaluation:survey", "mental+health", "jobs"];

    // While the dear requests begin, everything is prepared for the first time, here and there.
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Returns 0 where health is answered within 50 ms (99 of 100), and each search within 500 ms or with 503 and <c>Retry-After</c>.
    /// </summary>
    public static async Task<int> RunAsync(Uri host, TimeSpan time, int dear)
    {
        using var end = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = host };
        var (health, searches, dears) = (new ConcurrentBag<Asked>(), new ConcurrentBag<Asked>(), new ConcurrentBag<Asked>());
        var flood = Enumerable.Range(0, dear).Select(at => FloodAsync(client, turn => Dear(turn, at), dears, end.Token)).ToList();
        await Task.Delay(Beginning);
        var askers = new List<Thread> { Ask(host, _ => "/health/live", health, TimeSpan.FromMilliseconds(20), end.Token) };
        askers.AddRange(Enumerable.Range(0, Searchers).Select(at => Ask(
            host, turn => $"/v1/search?q={Words[(turn + at) % Words.Length]}&page={(turn % 5) + 1}", searches,
            TimeSpan.FromMilliseconds(100), end.Token)));
        await Task.Delay(time);
        await end.CancelAsync();
        askers.ForEach(asker => asker.Join());
        await Task.WhenAll(flood);
        Tell("dear requests", dears);
        Tell("/health/live", health);
        Tell("ordinary searches", searches);
        var late = searches.Count(asked => asked is not ({ Status: 200, Milliseconds: < 500 } or { Status: 503, HasRetryAfter: true }));
        Console.WriteLine($"ordinary searches that took 500 ms without being refused, or failed otherwise: {late}");
        var isQuick = dear > 1 || Percentile(searches, 99) < MostBesideOne;
        return late == 0 && isQuick && Percentile(health, 99) < 50 && health.All(asked => asked.Status == 200) ? 0 : 1;
    }

    /// <summary>A dear search that nobody has asked before.</summary>
    private static string Dear(int turn, int at) => $"{Requests.Dear}+OR+*{(char)('a' + (turn % 26))}{(char)('a' + (at % 26))}*";

    /// <summary>
    /// Asks again and again on a thread of its own, so that nothing of what this program does besides counts as the host's time.
    /// </summary>
    private static Thread Ask(Uri host, Func<int, string> address, ConcurrentBag<Asked> answers, TimeSpan pause, CancellationToken end)
    {
        var thread = new Thread(() =>
        {
            using var client = new HttpClient { BaseAddress = host };
            for (var turn = 0; !end.IsCancellationRequested; turn++)
            {
                var started = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address(turn), UriKind.Relative));
                using var response = client.Send(request);
                response.Content.CopyTo(Stream.Null, context: null, CancellationToken.None);
                answers.Add(Asked.Of(response, started));
                end.WaitHandle.WaitOne(pause);
            }
        });
        thread.Start();
        return thread;
    }

    private static async Task FloodAsync(HttpClient client, Func<int, string> address, ConcurrentBag<Asked> answers, CancellationToken end)
    {
        for (var turn = 0; !end.IsCancellationRequested; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(address(turn), UriKind.Relative), CancellationToken.None);
            await response.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            answers.Add(Asked.Of(response, started));
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

    private readonly record struct Asked(int Status, double Milliseconds, bool HasRetryAfter)
    {
        public static Asked Of(HttpResponseMessage response, long started)
            => new((int)response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, response.Headers.RetryAfter is not null);
    }
}
