using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>The host as the program composes it, on the sample proposals of the repository.</summary>
public sealed partial class SeedsTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartOnAsync(Path.Combine(Repository.Root, "seeds"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Search_Poverty_FindsTheTwoLiftProposalsUnderQuestions()
    {
        var answer = await AnswerAsync("/v1/search?q=poverty");

        Assert.Equal(2, answer.GetProperty("total").GetInt64());
        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit =>
        {
            Assert.Contains("LIFT", hit.GetProperty("title").GetString(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains(hit.GetProperty("snippets").EnumerateArray(), snippet =>
                snippet.GetProperty("url").GetString()!.Contains("#answer-", StringComparison.Ordinal)
                && snippet.GetProperty("html").GetString()!.Contains("<mark>poverty</mark>", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [InlineData("poverty", 2)]
    [InlineData("college", 2)]
    [InlineData("los angeles", 3)]
    [InlineData("nothinghasthis", 0)]
    public async Task Search_AsTheBoxAsks_IsWholeInLessThan3Kilobytes(string query, int total)
    {
        var bytes = await _host.Client.GetByteArrayAsync(await BoxRequest.AddressAsync(_host, query));
        var answer = JsonDocument.Parse(bytes).RootElement;

        Assert.InRange(bytes.Length, 100, 3_000);
        Assert.Equal(total, answer.GetProperty("total").GetInt32());
        Assert.All(answer.GetProperty("hits").EnumerateArray(), static hit =>
            Assert.Equal("url,title,organization,year,snippets,partial", Names(hit)));
        Assert.Equal("query,total,partial_total,page,per_page,best_bets,hits,did_you_mean", Names(answer));
    }

    [Fact]
    public async Task Search_College_FindsLevelUpFirst()
    {
        var answer = await AnswerAsync("/v1/search?q=college");

        Assert.StartsWith("Level Up", answer.GetProperty("hits")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Search_Nothing_CountsTheYears()
    {
        var answer = await AnswerAsync("/v1/search?q=");
        var years = answer.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("field").GetString() == "year");

        Assert.Equal(
            ["2016: 1", "2015: 2"],
            years.GetProperty("values").EnumerateArray()
                .Select(value => $"{value.GetProperty("value").GetString()}: {value.GetProperty("count").GetInt64()}"));
    }

    [Fact]
    public async Task Page_Snippets_StandInTheAnswersThatTheyLeadTo()
    {
        var page = await _host.PageAsync("/?q=families");
        var links = page.QuerySelectorAll("a.question")
            .Select(link => (Address: link.GetAttribute("href")!, Marked: link.ParentElement!.QuerySelector("mark")!.TextContent)).ToList();
        Assert.NotEmpty(links);
        foreach (var (address, marked) in links.Where(link => link.Address.Contains('#', StringComparison.Ordinal)))
        {
            var parts = address.Split('#');
            var proposal = await _host.PageAsync(parts[0]);

            Assert.Contains(marked, proposal.GetElementById(parts[1])!.TextContent);
        }
    }

    [Fact]
    public async Task Document_ItsCommands_AnswerAsItSays()
    {
        var commands = CurlAddress().Matches(Document).Select(match => match.Groups[1].Value).ToList();
        Assert.True(commands.Count >= 4, "docs/http-api.md has lost its commands");
        foreach (var address in commands)
        {
            using var response = await _host.GetAsync(address);
            var faulty = address.Contains("yaer", StringComparison.Ordinal);

            Assert.True(
                response.StatusCode == (faulty ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"{address}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Document_ItsTables_NameEveryParameterAndField()
    {
        var answer = await AnswerAsync("/v1/search?q=college&explain=true&per_page=1");
        var fields = answer.EnumerateObject().Concat(answer.GetProperty("query").EnumerateObject())
            .Concat(answer.GetProperty("hits")[0].EnumerateObject())
            .Concat(answer.GetProperty("facets")[0].EnumerateObject()).Concat(answer.GetProperty("links").EnumerateObject())
                .Select(property => property.Name);

        Assert.All(ParameterNames.Search, name => Assert.Contains($"`{name}`", Document));
        Assert.All(fields, name => Assert.Matches($@"\b{name}\b", Document));
    }

    private static string Document { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "http-api.md"));

    [GeneratedRegex(@"curl (?:-O )?'?http://127\.0\.0\.1:5080(/[^' \n]*)'?\n")]
    private static partial Regex CurlAddress();

    private static string Names(JsonElement element) => string.Join(',', element.EnumerateObject().Select(static one => one.Name));

    private async Task<JsonElement> AnswerAsync(string address)
    {
        using var response = await _host.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
