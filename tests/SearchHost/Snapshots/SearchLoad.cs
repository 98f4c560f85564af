using System.Text.Json.Nodes;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>Asks a host one thing after another, and compares each answer with the one that the sound index gave.</summary>
internal sealed class SearchLoad : IAsyncDisposable
{
    private const int Askers = 2;

    /// <summary>Between two questions of an asker: what damages and what rebuilds needs the processor too.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    private static readonly string[] Addresses =
    [
        "/v1/search?q=garden", "/v1/search?q=%22community+garden%22&explain=true", "/v1/search?q=scho*&per_page=100", "/v1/search?q=gardn~",
        "/v1/search?q=water+OR+youth&facets=category&snippets=3", "/v1/search?q=&sort=title&category=play",
        "/v1/search?q=title:proposal+-water",
        "/v1/suggest?q=prop", "/v1/proposals/2015/p4", "/v1/search.ndjson?q=youth",
    ];

    private readonly CancellationTokenSource _stop = new();
    private readonly HostProcess _host;
    private readonly Dictionary<string, string> _right = [];
    private Task[] _askers = [];
    private int _answered;
    private int _refused;

    private SearchLoad(HostProcess host) => _host = host;

    /// <summary>Answers with status 200, each of them right.</summary>
    public int Answered => _answered;

    /// <summary>Answers with status 503.</summary>
    public int Refused => _refused;

    /// <summary>Learns the right answers, and begins.</summary>
    public static async Task<SearchLoad> StartAsync(HostProcess host)
    {
        var load = new SearchLoad(host);
        foreach (var address in Addresses)
        {
            load._right[address] = Essence(await host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
        }

        load._askers = [.. Enumerable.Range(0, Askers).Select(first => Task.Run(() => load.AskAsync(first)))];
        return load;
    }

    /// <summary>Fails where an answer was wrong, or none came.</summary>
    public void Check()
    {
        var failed = Array.Find(_askers, asker => asker.IsFaulted);
        Assert.True(failed is null, failed?.Exception?.ToString());
    }

    /// <summary>Ends, after a last look.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_askers);
        _stop.Dispose();
    }

    private async Task AskAsync(int first)
    {
        for (var i = first; !_stop.IsCancellationRequested; i++)
        {
            await Task.Delay(Pause);
            var address = Addresses[i % Addresses.Length];
            using var answer = await _host.Client.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode == 503)
            {
                Assert.NotNull(answer.Headers.RetryAfter);
                Interlocked.Increment(ref _refused);
                continue;
            }

            Assert.True((int)answer.StatusCode == 200, $"{address}: {(int)answer.StatusCode} {body}");
            Assert.Equal(_right[address], Essence(body));
            Interlocked.Increment(ref _answered);
        }
    }

    /// <summary>An answer without what differs from one time to the next: how long it took, and which index it was.</summary>
    private static string Essence(string body) => string.Join('\n', body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var answer = JsonNode.Parse(line)!.AsObject();
        answer.Remove("took_ms");
        answer.Remove("index");
        return answer.ToJsonString();
    }));
}
