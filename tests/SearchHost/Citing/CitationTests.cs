using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Citing;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Citing;

[Collection(HostCollection.Name)]
public sealed class CitationTests(HostFixture fixture)
{
    private static readonly Citation Some = new(
        "2015/lift-la", "Help & hope {now}", "LIFT, Inc.", 2015, new DateOnly(2015, 3, 9), "LA_2050",
        "https://a.example/proposals/2015/lift-la");

    [Fact]
    public void Sentence_OfAProposal_IsAsListsOfReferencesHaveIt()
    {
        Assert.Equal(
            "LIFT, Inc. (2015). Help & hope {now}. LA_2050. https://a.example/proposals/2015/lift-la", Some.Sentence);
        Assert.Equal(
            "What now? LA_2050. https://a.example/proposals/2015/lift-la",
            (Some with { Author = null, Year = null, Title = "What now?" }).Sentence);
        Assert.Equal(
            "Hope. (2015). LA_2050. https://a.example/proposals/2015/lift-la", (Some with { Author = null, Title = "Hope" }).Sentence);
    }

    [Fact]
    public void BibTex_OfAProposal_HasNothingThatTexWouldRun() => Assert.Equal(
        """
        @misc{2015-lift-la,
          author = {{LIFT, Inc.}},
          title = {{Help \& hope now}},
          year = {2015},
          howpublished = {LA\_2050},
          url = {https://a.example/proposals/2015/lift-la},
        }

        """.ReplaceLineEndings("\n"),
        CitationFormats.BibTex(Some));

    [Fact]
    public void Csl_OfAProposal_IsOneItem()
    {
        var item = Assert.Single(JsonDocument.Parse(CitationFormats.CslJson(Some)).RootElement.EnumerateArray());

        Assert.Equal(("document", "Help & hope {now}"), (item.GetProperty("type").GetString(), item.GetProperty("title").GetString()));
        Assert.Equal("[[2015,3,9]]", string.Concat(item.GetProperty("issued").GetProperty("date-parts").GetRawText().Where(c => c > ' ')));
        Assert.Equal("LIFT, Inc.", item.GetProperty("author")[0].GetProperty("literal").GetString());
    }

    [Theory]
    [InlineData("", "proposal")]
    [InlineData("../../etc", "etc")]
    [InlineData("2015/a\"\r\nX: y", "2015-a---X--y")]
    public void Key_OfAnyId_IsANameOfAFile(string id, string key) => Assert.Equal(key, (Some with { Id = id }).Key);

    [Theory]
    [InlineData("/citations/bibtex/2015/lift-la", "application/x-bibtex", "2015-lift-la.bib")]
    [InlineData("/es/citations/csl/2015/lift-la", "application/vnd.citationstyles.csl+json", "2015-lift-la.json")]
    public async Task Get_Citation_IsAFileToSave(string address, string type, string name)
    {
        using var answer = await fixture.Host.GetAsync(address);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Contains($"{fixture.Host.Client.BaseAddress}proposals/2015/lift-la", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_CitationOfNothing_IsNotFound()
    {
        using var answer = await fixture.Host.GetAsync("/citations/bibtex/none");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OfAProposal_CitesItAndLeadsToTheFiles()
    {
        var page = await fixture.Host.PageAsync("/es/proposals/2015/lift-la?q=poverty");
        var links = page.QuerySelectorAll(".use details a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/citations/bibtex/2015/lift-la", "/citations/csl/2015/lift-la"], links);
        Assert.Equal(
            $"LIFT & Friends. (2015). LIFT-LA: Member to Member. ProposalSearch. {fixture.Host.Client.BaseAddress}proposals/2015/lift-la",
            SearchPageTests.Text(page.QuerySelector(".citation")!));
        Assert.All(page.QuerySelectorAll("button[data-copy]"), button => Assert.True(button.HasAttribute("hidden")));
        Assert.Equal($"{fixture.Host.Client.BaseAddress}proposals/2015/lift-la", page.QuerySelector(".address")!.TextContent);
    }
}
