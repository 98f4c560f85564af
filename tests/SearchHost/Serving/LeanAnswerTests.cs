using System.Globalization;
using System.Text.Json;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>How large answers are on a real archive of 1,288 proposals, where there is one.</summary>
public sealed class LeanAnswerTests(ArchiveFixture fixture, ITestOutputHelper output) : IClassFixture<ArchiveFixture>
{
    private const string Small = "fields=title,url,snippets.html&per_page=5&snippets=1&snippet_length=60&facets=";

    private static readonly string[] Queries =
    [
        "", "poverty", "los angeles", "college students", "community garden", "homeless youth", "arts education", "health", "educat*",
        "\"public transit\"", "evaluation:survey", "jobs OR training", "water", "veterans", "safe parks", "small business", "povrety",
        "music", "foster youth", "food justice", "a", "we will work with our partners to bring art to schools in south los angeles",
    ];

    [SharedFact("corpora", "la2050-archive")]
    public async Task Get_TenHits_HaveLessThan40Kilobytes()
    {
        await CheckAsync(Queries, "", 40_000);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Get_HitsOfASmallBox_HaveLessThan3Kilobytes()
    {
        await CheckAsync(Queries.Where(query => query.Length < 40), Small, 3_000);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Get_WhatTheBoxAsks_HasLessThan3KilobytesForEachUsualQuery()
    {
        var sizes = new List<(string Query, int Bytes)>();
        foreach (var query in BoxRequest.UsualQueries)
        {
            sizes.Add((query, (await fixture.Host!.Client.GetByteArrayAsync(await BoxRequest.AddressAsync(fixture.Host, query))).Length));
        }

        output.WriteLine(string.Join('\n', sizes));
        Assert.Equal(14, sizes.Count);
        Assert.DoesNotContain(sizes, size => size.Bytes is < 1_000 or >= 3_000);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Get_LongSummary_IsCutInHitsAndWholeElsewhere()
    {
        var hit = await HitAsync("q=dear+los+angeles");
        var whole = await fixture.Host!.Client.GetStringAsync(new Uri("/v1" + hit.GetProperty("url").GetString(), UriKind.Relative));
        var cut = hit.GetProperty("summary").GetString()!;
        var all = JsonDocument.Parse(whole).RootElement.GetProperty("summary").GetString()!;

        Assert.Equal(100, cut.Length);
        Assert.EndsWith("…", cut);
        Assert.StartsWith(cut[..^1], all);
        Assert.True(all.Length > 1_000, "the summary is not long");
    }

    private async Task CheckAsync(IEnumerable<string> queries, string more, int most)
    {
        var sizes = new List<(string Query, int Bytes)>();
        foreach (var query in queries)
        {
            sizes.Add((query, await SizeAsync(query, more)));
        }

        output.WriteLine(string.Join('\n', sizes));
        Assert.DoesNotContain(sizes, size => size.Bytes < 300 || size.Bytes >= most);
    }

    private async Task<JsonElement> HitAsync(string query)
    {
        var answer = await fixture.Host!.Client.GetStringAsync(new Uri("/v1/search?" + query, UriKind.Relative));
        return JsonDocument.Parse(answer).RootElement.GetProperty("hits")[0];
    }

    private async Task<int> SizeAsync(string query, string more)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/v1/search?q={Uri.EscapeDataString(query)}&{more}");
        return (await fixture.Host!.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
    }
}
