using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Metrics;

/// <summary>What the owner learns of what is searched for, and what nobody does.</summary>
public sealed class QueryReportTests
{
    private const string Key = "a-key-of-sixteen-letters";

    [Fact]
    public async Task Get_AfterSearches_TellsWhatIsAskedOftenAndNothingThatMayNameSomebody()
    {
        await using var host = await RunningHost.StartAsync(
            settings: [("ProposalSearch:QueryReport", "true"), ("ProposalSearch:AdminKey", Key)]);
        string[] often = ["q=Poverty", "q=poverty+", "q=POVERTY", "q=zzzqqq&match=all", "q=zzzqqq&match=all", "q=zzzqqq&match=all"];
        string[] never = ["q=a@example.org", "q=call+0123456", "q=" + new string('x', 90)];
        string[] otherwise = ["q=rare", "q=poverty&page=2", "year=2015"];
        foreach (var query in often.Concat(never).Concat(never).Concat(never).Concat(otherwise))
        {
            using var answer = await host.GetAsync("/v1/search?" + query);
        }

        var report = await ReportAsync(host, "Bearer " + Key);
        var counts = JsonDocument.Parse(report.Body).RootElement;

        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Equal(["poverty 3", "zzzqqq 3"], Told(counts, "top"));
        Assert.Equal(["zzzqqq 3"], Told(counts, "zero_hits"));
        Assert.Equal(16, counts.GetProperty("searches").GetInt32());
        Assert.DoesNotContain("example.org", report.Body);
        Assert.DoesNotContain("0123456", report.Body);
        Assert.DoesNotContain("rare", report.Body);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReportAsync(host, "Bearer other")).Status);
    }

    [Fact]
    public async Task Get_UnlessAskedFor_IsNotThere()
    {
        await using var host = await RunningHost.StartAsync(settings: ("ProposalSearch:AdminKey", Key));

        Assert.Equal(HttpStatusCode.NotFound, (await ReportAsync(host, "Bearer " + Key)).Status);
    }

    private static IEnumerable<string> Told(JsonElement counts, string list) => counts.GetProperty(list).EnumerateArray()
        .Select(one => $"{one.GetProperty("query").GetString()} {one.GetProperty("count").GetInt32()}");

    private static async Task<(HttpStatusCode Status, string Body)> ReportAsync(RunningHost host, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/report", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await host.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
