using ProposalSearch.Search;
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
        Assert.Equal(["Central LA", "South LA"], page.QuerySelectorAll("#answer-3 .choices li").Select(choice => choice.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("#answer-1 p[dir]").Length);
        Assert.Equal("/?q=poverty", page.QuerySelector(".back a")!.GetAttribute("href"));
        Assert.Equal(
            "/?category=connect", page.QuerySelectorAll(".facts dd a").Single(link => link.TextContent == "Connect").GetAttribute("href"));
        Assert.DoesNotContain(page.QuerySelectorAll(".facts dd a"), link => link.TextContent is "South LA" or "2015");
        Assert.Equal("2015/lift-la.md", page.QuerySelector(".facts code")!.TextContent);
    }

    [Fact]
    public async Task Page_Links_LeadToTheWebOnlyAndGiveNothingAway()
    {
        var page = await fixture.Host.PageAsync("/proposals/2015/lift-la");
        var links = page.QuerySelectorAll(".facts .elsewhere a");

        Assert.Equal(
            ["https://www.example.org/lift?a=1&b=2", "http://images.example.org/lift.jpg"],
            links.Select(link => link.GetAttribute("href")));
        Assert.All(links, link => Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel")));
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Theory]
    [InlineData("one", "<p dir=\"auto\">one</p>")]
    [InlineData("one\r\n\r\n\r\ntwo", "<p dir=\"auto\">one</p><p dir=\"auto\">two</p>")]
    [InlineData("one\n<b>two</b>", "<ul class=\"choices\"><li dir=\"auto\">one</li><li dir=\"auto\">&lt;b&gt;two&lt;/b&gt;</li></ul>")]
    [InlineData("One.\n<b>two</b>", "<p dir=\"auto\">One.<br>&lt;b&gt;two&lt;/b&gt;</p>")]
    [InlineData(" \n ", "")]
    [InlineData("South LA\nCentral LA", "<ul class=\"choices\"><li dir=\"auto\">South LA</li><li dir=\"auto\">Central LA</li></ul>")]
    [InlineData(
        "We:\n• one\n\n• two <b>\nThen",
        "<p dir=\"auto\">We:</p><ul dir=\"auto\"><li>one</li><li>two &lt;b&gt;</li></ul><p dir=\"auto\">Then</p>")]
    [InlineData("3. three\n4) four", "<ol dir=\"auto\"><li value=\"3\">three</li><li value=\"4\">four</li></ol>")]
    [InlineData("- a\n1. b", "<ul dir=\"auto\"><li>a</li></ul><ol dir=\"auto\"><li value=\"1\">b</li></ol>")]
    [InlineData("-5 degrees. Cold.", "<p dir=\"auto\">-5 degrees. Cold.</p>")]
    [InlineData("•", "<p dir=\"auto\">•</p>")]
    public void Paragraphs_OfText_FollowItsLines(string text, string html)
    {
        Assert.Equal(html, new MarkedText(text, []).Paragraphs().ToString());
    }

    [Theory]
    [InlineData("a word here", "2+4", "<p dir=\"auto\">a <mark id=\"m\">word</mark> here</p>")]
    [InlineData(
        "one\r\n\r\ntwo <b>", "0+3 7+3",
        "<p dir=\"auto\"><mark id=\"m\">one</mark></p><p dir=\"auto\"><mark>two</mark> &lt;b&gt;</p>")]
    [InlineData("one.\ntwo", "0+8", "<p dir=\"auto\"><mark id=\"m\">one.</mark><br><mark>two</mark></p>")]
    [InlineData("• one two", "0+5", "<ul dir=\"auto\"><li><mark>one</mark> two</li></ul>")]
    [InlineData(" \u2028one & two", "2+3 8+3", "<p dir=\"auto\"><mark id=\"m\">one</mark> &amp; <mark>two</mark></p>")]
    public void Paragraphs_OfMarkedText_HaveTheMarksInTheirLines(string text, string spans, string html)
    {
        var matches = spans.Split(' ').Select(span => span.Split('+').Select(int.Parse).ToArray())
            .Select(span => new TextSpan(span[0], span[1])).ToList();

        Assert.Equal(html, new MarkedText(text, matches, "m").Paragraphs().ToString());
    }

    [Fact]
    public async Task Page_OfASearch_MarksItsWordsAndLeadsBackToItWithAllOfIt()
    {
        var page = await fixture.Host.PageAsync("/proposals/2015/lift-la?q=poverty&year=2015&sort=oldest&hit=1");

        Assert.Equal("/?q=poverty&year=2015&sort=oldest", page.QuerySelector(".back a")!.GetAttribute("href"));
        Assert.Contains("poverty", page.QuerySelectorAll("section.answer mark").Select(mark => mark.TextContent.ToLowerInvariant()));
        Assert.Equal("match", page.QuerySelectorAll("section.answer mark")[0].Id);
        Assert.Single(page.QuerySelectorAll("#match"));
        Assert.Matches("^[0-9]+ match(es)? in [0-9]+ answers?$", Text(page.QuerySelector(".found a[href='#match']")!));
        Assert.Equal(
            page.QuerySelectorAll("section.answer").Count(answer => answer.QuerySelector("mark") is not null),
            page.QuerySelectorAll(".contents .n").Length);
    }

    [Fact]
    public async Task Page_OfAHit_LeadsToThoseBeforeAndAfterIt()
    {
        var results = await fixture.Host.PageAsync("/?q=plain&per_page=3");
        var addresses = results.QuerySelectorAll("ol.hits h2 a").Select(link => link.GetAttribute("href")!).ToList();
        var second = await fixture.Host.PageAsync(addresses[1]);

        Assert.Equal(addresses[0], second.QuerySelector(".found .prev a")!.GetAttribute("href"));
        Assert.Equal(addresses[2], second.QuerySelector(".found .next a")!.GetAttribute("href"));
        Assert.Null((await fixture.Host.PageAsync(addresses[0])).QuerySelector(".found .prev"));
    }

    [Theory]
    [InlineData("?q=poverty&hit=999999999999")]
    [InlineData("?q=poverty&hit=x")]
    [InlineData("?year=nonsense&mood=merry")]
    [InlineData("?q=%22%28%5B")]
    public async Task Page_OfASearchThatMakesNoSense_ShowsTheProposal(string query)
    {
        var page = await fixture.Host.PageAsync("/proposals/2015/lift-la" + query);

        Assert.Equal("LIFT-LA: Member to Member", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Page_OfWhatNoFormAsks_ShowsItApartInTheLanguageOfThePage()
    {
        var source = Directory.CreateTempSubdirectory("proposalsearch-own-");
        await File.WriteAllTextAsync(
            Path.Combine(source.FullName, "a.md"),
            "---\ntitle: Trees\nyear: 2015\ncategory: play\nNeed: Shade.\nPlan: Plant.\nPartners: The city and its schools.\n---\n");
        await using var host = await RunningHost.StartOnAsync(source.FullName);
        var page = await host.PageAsync("/es/proposals/a");
        source.Delete(recursive: true);
        var own = page.QuerySelector("section.own")!;

        Assert.StartsWith("También se indica", Text(own.QuerySelector("h2")!), StringComparison.Ordinal);
        Assert.Equal("2015 · play", Text(own.QuerySelector("p")!));
        Assert.DoesNotContain(page.QuerySelectorAll(".contents li"), entry => Text(entry).Contains("indica", StringComparison.Ordinal));
        Assert.Equal("3 preguntas respondidas", Text(page.QuerySelector(".unfold-label")!));
    }

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
