using System.Net;
using ProposalSearch.SearchHost.Tests.Pages;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>An organization over the years, from files to its page.</summary>
public sealed class OrganizationPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("proposalsearch-organization-");
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        Write("2013/a.md", "title: Unnamed\norganization_website: www.liftcommunities.org\nPlan: Trees.");
        Write("2015/a.md", "title: Trees\norganization_name: LIFT Inc.\norganization_website: www.liftcommunities.org\nPlan: Trees.");
        Write(
            "2016/b.md",
            "title: More <trees>\norganization_name: LIFT-Los Angeles\norganization_website: https://liftcommunities.org/la\n"
            + "project_summary: We <b>plant</b>.\nPlan: Trees.");
        Write("2016/c.md", "title: Lifts\norganization_name: LIFT Every Voice\nPlan: Sing.");
        _host = await RunningHost.StartOnAsync(_source.FullName);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _source.Delete(recursive: true);
    }

    [Fact]
    public async Task Page_OfAnOrganization_HasItsProposalsByYearUnderAllNames()
    {
        var page = await _host.PageAsync("/organizations/2015/a");

        Assert.Equal("LIFT-Los Angeles", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["2016", "2015"], page.QuerySelectorAll(".year h2").Select(SearchPageTests.Text).Take(2));
        Assert.Equal("/proposals/2016/b", page.QuerySelector(".year h3 a")!.GetAttribute("href"));
        Assert.Equal("LIFT Inc. 2015", SearchPageTests.Text(page.QuerySelector(".names li")!));
        Assert.Contains("as LIFT Inc.", page.QuerySelectorAll(".year .quiet").Select(SearchPageTests.Text));
        Assert.Contains("website liftcommunities.org", SearchPageTests.Text(page.QuerySelector("details.evidence")!));
        Assert.False(page.QuerySelector("details.evidence")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Page_OfAnOrganization_IsTheSameByAnyOfItsProposals() => Assert.Equal(
        (await _host.PageAsync("/organizations/2016/b")).QuerySelector("main article")!.InnerHtml,
        (await _host.PageAsync("/organizations/2015/a")).QuerySelector("main article")!.InnerHtml);

    [Fact]
    public async Task Page_OfAStranger_HasTheOneProposal()
    {
        var page = await _host.PageAsync("/es/organizations/2016/c");

        Assert.Equal("LIFT Every Voice", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1 propuesta, 2016", SearchPageTests.Text(page.QuerySelector(".meta")!));
        Assert.Single(page.QuerySelectorAll(".year li"));
        Assert.Null(page.QuerySelector("details.evidence"));
    }

    [Fact]
    public async Task Page_OfNoProposal_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PageAsync("/organizations/none")).StatusCode);

    [Fact]
    public async Task Hits_OfAnOrganization_LeadToItsPage()
    {
        var page = await _host.PageAsync("/?q=trees");
        var links = page.QuerySelectorAll(".meta a").Select(link => (link.TextContent, link.GetAttribute("href")));

        Assert.Contains(("LIFT Inc.", "/organizations/2015/a"), links);
    }

    private void Write(string path, string frontMatter)
    {
        var full = Path.Combine(_source.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"---\n{frontMatter}\n---\n");
    }
}
