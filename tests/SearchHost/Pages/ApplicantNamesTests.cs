using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

/// <summary>Several people who propose together, from files to pages.</summary>
public sealed class ApplicantNamesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("proposalsearch-people-");
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        Write("a.md", "Many", "Ann Able, Bo Bell, Cy Cole, Di Dahl, Ed O'Eck, Flo Fay, Gus Gill");
        Write("b.md", "Four", "Ann Able, Bo Bell, Cy Cole, Di Dahl");
        Write("c.md", "One", "Ann Able");
        Write("d.md", "Another", "Bo Bell");
        string[] people = ["Ann Able", "Bo Bell", "Cy Cole", "Di Dahl", "Flo Fay", "Gus Gill"];
        for (var at = 0; at < 24; at++)
        {
            Write($"e{at}.md", $"Further {at}", $"{people[at % 6]}, {people[(at + 1 + (at / 6)) % 6]}");
        }

        _host = await RunningHost.StartOnAsync(_source.FullName, RunningHost.Patient);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _source.Delete(recursive: true);
    }

    [Fact]
    public async Task Hit_OfManyPeople_NamesThreeAndSaysHowManyMore()
    {
        var page = await _host.PageAsync("/?q=many");
        var names = page.QuerySelector(".hits .meta span")!;

        Assert.Equal("Ann Able, Bo Bell, Cy Cole and 4 more", SearchPageTests.Text(names));
        Assert.Equal(
            ["/?author=Ann%20Able", "/?author=Bo%20Bell", "/?author=Cy%20Cole", "/organizations/a"],
            names.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Ann Able, Bo Bell, Cy Cole y 4 más", SearchPageTests.Text(
            (await _host.PageAsync("/es/?q=many")).QuerySelector(".hits .meta span")!));
    }

    [Theory]
    [InlineData("four", "Ann Able, Bo Bell, Cy Cole, Di Dahl", 4)]
    [InlineData("one", "Ann Able", 1)]
    public async Task Hit_OfFewPeople_NamesThemAll(string words, string said, int links)
    {
        var names = (await _host.PageAsync($"/?q={words}")).QuerySelector(".hits .meta span")!;

        Assert.Equal(said, SearchPageTests.Text(names));
        Assert.Equal(links, names.QuerySelectorAll("a").Length);
    }

    [Fact]
    public async Task Proposal_OfManyPeople_NamesThemAllEachAsALink()
    {
        var names = (await _host.PageAsync("/proposals/a")).QuerySelector("header .meta span")!;

        Assert.Equal("Ann Able, Bo Bell, Cy Cole, Di Dahl, Ed O'Eck, Flo Fay, Gus Gill", SearchPageTests.Text(names));
        Assert.Equal(7, names.QuerySelectorAll("a").Length);
        Assert.NotEmpty((await _host.PageAsync("/?author=Ann%20Able")).QuerySelectorAll("ol.hits h2"));
    }

    private void Write(string file, string title, string authors) => File.WriteAllText(
        Path.Combine(_source.FullName, file), $"---\ntitle: {title}\nauthor: {authors}\n---\n\n## Plan\n\nWords of the plan.\n");
}
