using System.Net;
using System.Text.Json;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>The host on a real archive of 1,288 proposals, where there is one.</summary>
public sealed class ArchiveTests(ArchiveFixture fixture) : IClassFixture<ArchiveFixture>
{
    private const string Unpublished = "2015/we-want-to-make-la-an-affordable-place-to-live-by-organizing-in-favor-of-abundant-housing";

    [SharedFact("corpora", "la2050-archive")]
    public async Task Search_RealArchive_HasTheNumbersThatWereCountedByHand()
    {
        var host = fixture.Host!;

        Assert.Equal((1287, "2013: 276, 2015: 299, 2016: 288, 2018: 140, 2020: 284"), await CountAsync(host, ""));
        Assert.Equal((208, "2013: 64, 2015: 24, 2016: 31, 2018: 24, 2020: 65"), await CountAsync(host, "\"poverty\""));
        Assert.Equal(386, (await CountAsync(host, "\"college\"")).Total);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Unpublished_Proposal_IsNowhere()
    {
        var host = fixture.Host!;
        using var api = await host.GetAsync("/v1/proposals/" + Unpublished);
        using var page = await host.GetAsync("/proposals/" + Unpublished);
        var export = await host.Client.GetStringAsync(new Uri("/v1/search.ndjson", UriKind.Relative));
        var table = await host.Client.GetStringAsync(new Uri("/v1/search.csv?year=2015", UriKind.Relative));
        var found = await host.Client.GetStringAsync(new Uri("/v1/search?per_page=100&q=%22abundant+housing%22", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(1287, export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(Unpublished, export + table + found);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Search_ByLinks_ReadsEveryProposalOnce()
    {
        var host = fixture.Host!;
        var (seen, next) = (new List<string>(), "/v1/search?per_page=100&facets=&snippets=0&sort=title");
        while (next is not null && seen.Count < 2_000)
        {
            var answer = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(next, UriKind.Relative))).RootElement;
            seen.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            next = answer.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(1287, seen.Count);
        Assert.Equal(1287, seen.Distinct().Count());
    }

    private static async Task<(int Total, string Years)> CountAsync(RunningHost host, string query)
    {
        var body = await host.Client.GetStringAsync(new Uri("/v1/search?facets=year&q=" + Uri.EscapeDataString(query), UriKind.Relative));
        var answer = JsonDocument.Parse(body).RootElement;
        var years = answer.GetProperty("facets")[0].GetProperty("values").EnumerateArray()
            .Select(value => $"{value.GetProperty("value").GetString()}: {value.GetProperty("count").GetInt32()}").Order();
        return (answer.GetProperty("total").GetInt32(), string.Join(", ", years));
    }
}

/// <summary>One host on the real archive, where there is one.</summary>
public sealed class ArchiveFixture : IAsyncLifetime
{
    public RunningHost? Host { get; private set; }

    public async Task InitializeAsync()
    {
        if (SharedCorpus.Path("corpora", "la2050-archive") is { } source)
        {
            Host = await RunningHost.StartOnAsync(source);
        }
    }

    public async Task DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }
}
