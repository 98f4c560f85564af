using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ProposalSearch.Load;

/// <summary>
/// Changes an archive each second and has the host take it up, while others search without a pause. Of each edition it is known how many
/// proposals it has and how many of them have a word: an answer whose edition and numbers do not belong together was mixed of two.
/// </summary>
internal sealed class Swaps(Uri host, string source, string key)
{
    private const int Searchers = 16;
    private const string Word = "zyzzyvaswap";

    private readonly ConcurrentDictionary<string, (long Documents, long Total)> _editions = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _faults = [];
    private long _answers;

    /// <summary>Tells how many failed or were mixed; 0 where none was.</summary>
    public async Task<int> RunAsync(TimeSpan time)
    {
        using var client = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(1) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await SwapAsync(client, 0);
        using var end = new CancellationTokenSource();
        var searchers = Enumerable.Range(0, Searchers).Select(at => Task.Run(() => SearchAsync(at, end.Token))).ToList();
        var swaps = 0;
        for (var second = 1; second <= time.TotalSeconds; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await SwapAsync(client, second);
            swaps++;
        }

        await end.CancelAsync();
        await Task.WhenAll(searchers);
        Console.WriteLine(
            $"{swaps} swaps, {_editions.Count} editions, {_answers:N0} answers: {_faults.Count} failed or were mixed of two editions");
        _faults.Distinct().Take(5).ToList().ForEach(Console.WriteLine);
        return _faults.IsEmpty ? 0 : 1;
    }

    /// <summary>Writes so many proposals with the word (1 to 5) and asks which edition has them.</summary>
    private async Task SwapAsync(HttpClient client, int turn)
    {
        for (var at = 0; at < 5; at++)
        {
            var file = Path.Combine(source, $"swap-{at}.md");
            if (at <= turn % 5)
            {
                await File.WriteAllTextAsync(file, $"---\ntitle: Swap {at} of turn {turn}\n---\n{Word}\n");
            }
            else
            {
                File.Delete(file);
            }
        }

        using var answer = await client.PostAsync(new Uri("/v1/index/refresh", UriKind.Relative), null);
        var index = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            _faults.Add("refresh: " + index);
            return;
        }

        var edition = index.GetProperty("index");
        Check(edition.GetProperty("build").GetString()!, (edition.GetProperty("documents").GetInt64(), (turn % 5) + 1));
    }

    private async Task SearchAsync(int seed, CancellationToken end)
    {
        using var connection = new PlainConnection(host);
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            try
            {
                var asksForTheWord = random.Next(2) == 0;
                var (status, _) = await connection.GetAsync(
                    asksForTheWord ? $"/v1/search?q={Word}" : "/v1/search?" + Varied.Query(random), keep: true, CancellationToken.None);
                Interlocked.Increment(ref _answers);
                if (status != 200)
                {
                    _faults.Add($"status {status}");
                }
                else if (asksForTheWord)
                {
                    Read(JsonDocument.Parse(connection.Body).RootElement);
                }
            }
            catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException or JsonException)
            {
                _faults.Add(fault.Message);
                return;
            }
        }
    }

    private void Read(JsonElement answer)
    {
        var index = answer.GetProperty("index");
        var total = answer.GetProperty("total").GetInt64();
        Check(index.GetProperty("build").GetString()!, (index.GetProperty("documents").GetInt64(), total));
        var shown = answer.GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("title").GetString()!.Split(' ')[^1]).Distinct().ToList();
        if (answer.GetProperty("hits").GetArrayLength() != total || shown.Count > 1)
        {
            _faults.Add("hits of several turns: " + string.Join(' ', shown));
        }
    }

    private void Check(string build, (long Documents, long Total) numbers)
    {
        var known = _editions.GetOrAdd(build, numbers);
        if (known != numbers)
        {
            _faults.Add($"edition {build} has {known}, and an answer of it {numbers}");
        }
    }
}
