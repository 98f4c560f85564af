using System.Text.Json;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>What the archive remembers of applicants, from files to the page.</summary>
public sealed class RelatedTests : IAsyncLifetime
{
    private const string Plan =
        "We plant one tree for each child who is born in the city and the child waters it every week until both of them are grown.";

    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("proposalsearch-related-");
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        Write(
            "2015/a.md",
            $"title: Trees\norganization_name: LIFT Inc.\norganization_website: www.liftcommunities.org\nWhat will you do?: {Plan}");
        Write(
            "2016/b.md",
            "title: More <trees>\norganization_name: LIFT-Los Angeles\norganization_website: https://liftcommunities.org/la\n"
            + $"Plan: {Plan} And more.");
        Write("2016/c.md", "title: Lifts\norganization_name: LIFT Every Voice\nPlan: Sing.");
        _host = await RunningHost.StartOnAsync(_source.FullName);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _source.Delete(recursive: true);
    }

    [Fact]
    public async Task Get_Proposal_TellsTheOrganizationsOthersAndTheirEvidence()
    {
        using var response = await _host.GetAsync("/v1/proposals/2015/a");
        var related = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("related");
        var other = Assert.Single(related.GetProperty("organization_proposals").EnumerateArray());
        var answer = Assert.Single(related.GetProperty("also_proposed_in").EnumerateArray());

        Assert.Equal(
            ("2016/b", "LIFT-Los Angeles", 2016),
            (other.GetProperty("id").GetString(), other.GetProperty("organization").GetString(), other.GetProperty("year").GetInt32()));
        Assert.Equal(["same website liftcommunities.org"], other.GetProperty("evidence").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(100, answer.GetProperty("shared_percent").GetInt32());
        Assert.Equal("/proposals/2015/a#answer-1", answer.GetProperty("answer_url").GetString());
        Assert.Equal("/proposals/2016/b#answer-1", answer.GetProperty("url").GetString());
        Assert.Equal("What will you do?", answer.GetProperty("question").GetString());
    }

    [Fact]
    public async Task Page_Proposal_LinksToTheOthers()
    {
        var page = await _host.PageAsync("/proposals/2015/a");
        var other = Assert.Single(page.QuerySelectorAll(".related a"));

        Assert.Equal(("/proposals/2016/b", "More <trees>"), (other.GetAttribute("href"), other.TextContent));
        Assert.Contains("2016 · LIFT-Los Angeles", other.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/organizations/2015/a", page.QuerySelector(".related + p a")!.GetAttribute("href"));
        Assert.Contains("100 % of this answer", page.QuerySelector("#answer-1 .quiet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/proposals/2016/b#answer-1", page.QuerySelector("#answer-1 .quiet a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("2015/a", "named later as LIFT-Los Angeles (2016)")]
    [InlineData("2016/b", "named earlier as LIFT Inc. (2015)")]
    public async Task Page_Proposal_SaysHowTheOrganizationWasNamedInOtherYears(string id, string named)
        => Assert.Equal(named, (await _host.PageAsync("/proposals/" + id)).QuerySelector("header .names")!.TextContent.Trim());

    [Fact]
    public async Task Page_ProposalOfAStranger_ShowsNothing()
        => Assert.Empty((await _host.PageAsync("/proposals/2016/c")).QuerySelectorAll(".related"));

    private void Write(string path, string frontMatter)
    {
        var full = Path.Combine(_source.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"---\n{frontMatter}\n---\n");
    }
}
