using ProposalSearch.SearchHost.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

[Collection(HostCollection.Name)]
public sealed class ProposalPageTests(HostFixture fixture)
{
    [Fact]
    public async Task Page_Proposal_ShowsEveryAnswerUnderItsQuestion()
    {
        var page = await fixture.Host.PageAsync("/proposals/2015/lift-la?q=poverty");

        Assert.Equal("LIFT-LA: Member to Member", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["answer-1", "answer-2", "answer-3"], page.QuerySelectorAll("section.answer").Select(section => section.Id));
        Assert.Equal("Central LA", page.QuerySelector("#answer-3 p")!.ChildNodes[0].TextContent);
        Assert.Equal(2, page.QuerySelectorAll("#answer-1 p").Length);
        Assert.Equal("/?q=poverty", page.QuerySelector(".back a")!.GetAttribute("href"));
        Assert.Equal(
            "/?area=South%20LA", page.QuerySelectorAll(".facts dd a").Single(link => link.TextContent == "South LA").GetAttribute("href"));
        Assert.Equal("2015/lift-la.md", page.QuerySelector(".facts code")!.TextContent);
    }

    [Fact]
    public async Task Page_Links_LeadToTheWebOnlyAndGiveNothingAway()
    {
        var page = await fixture.Host.PageAsync("/proposals/2015/lift-la");
        var links = page.QuerySelectorAll(".facts .plain a");

        Assert.Equal(
            ["https://www.example.org/lift?a=1&b=2", "http://images.example.org/lift.jpg"],
            links.Select(link => link.GetAttribute("href")));
        Assert.All(links, link => Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel")));
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Theory]
    [InlineData("one", "<p dir=\"auto\">one</p>")]
    [InlineData("one\r\n\r\n\r\ntwo", "<p dir=\"auto\">one</p><p dir=\"auto\">two</p>")]
    [InlineData("one\n<b>two</b>", "<p dir=\"auto\">one<br>&lt;b&gt;two&lt;/b&gt;</p>")]
    [InlineData(" \n ", "")]
    public void Paragraphs_OfText_FollowItsLines(string text, string html)
    {
        Assert.Equal(html, ProposalPage.Paragraphs(text).ToString());
    }
}
