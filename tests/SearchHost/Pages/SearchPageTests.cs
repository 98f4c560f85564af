using System.Net;
using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

[Collection(HostCollection.Name)]
public sealed class SearchPageTests(HostFixture fixture)
{
    [Fact]
    public async Task Page_Query_ShowsLabelledSnippetsThatLeadToTheAnswer()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty");
        var hit = page.QuerySelectorAll("ol.hits > li")[0];

        Assert.Equal("2 proposals say poverty", Text(page.QuerySelector("[role=status]")!));
        Assert.Equal("/proposals/2015/lift-la?q=poverty&hit=1", hit.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal("LIFT & Friends 2015 Connect", string.Join(' ', hit.QuerySelectorAll(".meta span").Select(Text)));
        Assert.Equal("/organizations/2015/lift-la", hit.QuerySelector(".meta a")!.GetAttribute("href"));
        Assert.Equal(["Why is this needed?", "Summary"], hit.QuerySelectorAll("a.question").Select(Text));
        Assert.Equal("/proposals/2015/lift-la?q=poverty&hit=1#answer-1", hit.QuerySelectorAll("a.question")[0].GetAttribute("href"));
        Assert.Equal("/proposals/2015/lift-la?q=poverty&hit=1#similar", hit.QuerySelector(".hit-links a")!.GetAttribute("href"));
        var three = await fixture.Host.PageAsync("/?q=poverty&snippets=4");
        Assert.Equal("How will you measure success?", Text(three.QuerySelectorAll("ol.hits > li")[0].QuerySelectorAll("a.question")[2]));
        Assert.Contains("poverty", hit.QuerySelectorAll(".snippets mark").Select(Text));
        Assert.Equal("poverty", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_MistypedQuery_ShowsWhatWasMeantAndLeadsToWhatWasTyped()
    {
        var page = await fixture.Host.PageAsync("/?q=povrety");
        var notice = page.QuerySelectorAll(".notices li")[0];

        Assert.Equal("Nothing says povrety. These are the results for poverty. Search for povrety instead", Text(notice));
        Assert.Equal("2 proposals say poverty", Text(page.QuerySelector("[role=status]")!));
        var exact = await fixture.Host.PageAsync(notice.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("No proposal says povrety", Text(exact.QuerySelector("[role=status]")!));
        Assert.Contains("Did you mean poverty?", exact.QuerySelectorAll(".notices li").Select(Text));
        Assert.Null(exact.QuerySelector("form#search input[name=exact]"));
    }

    [Fact]
    public async Task Page_Synonyms_AreToldAndCanBeRefused()
    {
        var page = await fixture.Host.PageAsync("/?q=telephone");
        var told = page.QuerySelectorAll(".notices li").Single(line => Text(line).StartsWith("Also found", StringComparison.Ordinal));

        Assert.Equal("Also found: phone (for telephone). Only the words as typed", Text(told));
        Assert.Contains("phone", page.QuerySelectorAll(".snippets mark").Select(Text));
        var exact = await fixture.Host.PageAsync(told.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("No proposal says telephone", Text(exact.QuerySelector("[role=status]")!));
    }

    [Fact]
    public async Task Page_BestBets_StandAboveTheResultsAndAreMarked()
    {
        var page = await fixture.Host.PageAsync("/?q=plain+help");
        var bets = page.QuerySelector("section.bets")!;

        Assert.Equal(["Recommended by the archive", "See <our> guide"], bets.QuerySelectorAll("p:not(.meta)").Take(2).Select(Text));
        Assert.Equal("https://example.org/guide?a=1&b=2", bets.QuerySelector("p a")!.GetAttribute("href"));
        Assert.Equal(["LIFT-LA: Member to Member", "Plain proposal 03"], bets.QuerySelectorAll("h2").Select(Text));
        Assert.DoesNotContain("Plain proposal 03", page.QuerySelectorAll("#results > ol.hits h2").Select(Text));
        Assert.Null((await fixture.Host.PageAsync("/?q=plain")).QuerySelector("section.bets"));
    }

    [Fact]
    public async Task Page_YearAmongTheWords_IsOfferedAsAFilter()
    {
        var page = await fixture.Host.PageAsync("/?q=families+2015");
        var link = page.QuerySelectorAll(".offered a").First(link => Text(link) == "Only Year 2015 1");

        Assert.Equal("/?q=families&year=2015", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_LinksOfSnippets_LeadToWhereTheyStand()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty");
        var links = page.QuerySelectorAll("a.question").Select(link => link.GetAttribute("href")!);
        foreach (var link in links.Where(link => link.Contains('#', StringComparison.Ordinal)))
        {
            var proposal = await fixture.Host.PageAsync(link[..link.IndexOf('#', StringComparison.Ordinal)]);
            var answer = proposal.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);

            Assert.Contains("poverty", Text(answer!), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Page_Filtered_ShowsFiltersThatCanBeTakenBack()
    {
        var page = await fixture.Host.PageAsync("/?q=families&year=2015&category=~missing&exclude.area=South+LA");
        var chips = page.QuerySelectorAll(".chips a.chip");

        Assert.Equal(
            ["Area not South LA", "Category Not stated", "Year 2015"],
            chips.Select(chip => Text(chip).Replace("Remove filter ", "", StringComparison.Ordinal).TrimEnd('×', ' ')));
        Assert.Equal(
            "/?q=families&category=%7Emissing&year=2015".Replace("%7E", "~", StringComparison.Ordinal), chips[0].GetAttribute("href"));
        Assert.Equal("/?q=families", page.QuerySelector(".chips a.clear")!.GetAttribute("href"));
        Assert.Equal("Not stated (chosen, remove)", Text(page.QuerySelector(".facet a.on .label")!));
    }

    [Fact]
    public async Task Page_ValueOfAFacet_FiltersByItAndLeavesItOut()
    {
        var page = await fixture.Host.PageAsync("/?q=plain+families&match=any");
        var value = page.QuerySelectorAll(".facet a.value").First(link => Text(link.QuerySelector(".label")!) == "Central LA");
        var without = value.ParentElement!.QuerySelector("a.not")!;
        var filtered = await fixture.Host.PageAsync(value.GetAttribute("href")!);
        var excluding = await fixture.Host.PageAsync(without.GetAttribute("href")!);

        Assert.Equal("1", Text(value.QuerySelector("b")!));
        Assert.Equal("1 of 28 proposals matches plain families", Text(filtered.QuerySelector("[role=status]")!));
        Assert.Equal("Leave out Central LA", without.GetAttribute("aria-label"));
        Assert.Equal("27 of 28 proposals match plain families", Text(excluding.QuerySelector("[role=status]")!));
        Assert.Equal("Central LA (left out, take back)", Text(excluding.QuerySelector(".facet a.out .label")!));
        Assert.Contains("Remove filter Area not Central LA ×", excluding.QuerySelectorAll(".chips a.chip").Select(Text));
    }

    [Fact]
    public async Task Page_ManyValues_LeadToAllOfThem()
    {
        var page = await fixture.Host.PageAsync("/proposals");
        var area = page.QuerySelectorAll(".facet").Single(facet => Text(facet.QuerySelector("h3")!) == "Area");

        Assert.Equal(5, area.QuerySelectorAll("li a.value:not(.unstated)").Length);
        Assert.Single(area.QuerySelectorAll("li a.unstated"));
        Assert.Equal("All 28 values of Area", Text(area.QuerySelector(".more a")!));
        Assert.Equal("/facets/area", area.QuerySelector(".more a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_NotStated_IsThereAndHasNoBar()
    {
        var page = await fixture.Host.PageAsync("/?q=families");
        var missing = page.QuerySelectorAll(".facet a.unstated");

        Assert.NotEmpty(missing);
        Assert.All(missing, value => Assert.DoesNotMatch(@"\bw\d", value.ClassName!));
        Assert.Contains("w20", page.QuerySelectorAll(".facet a.value").SelectMany(value => value.ClassList));
    }

    [Fact]
    public async Task Page_ValuesForPrograms_AreNamesForPeople()
    {
        var page = await fixture.Host.PageAsync("/proposals");

        Assert.Contains("Connect", page.QuerySelectorAll(".facet .label").Select(Text));
        var links = page.QuerySelectorAll(".facet a").Select(link => link.GetAttribute("href"));
        Assert.Contains("/?category=connect#facet-1", links);
    }

    [Fact]
    public async Task Page_NarrowedScope_IsAChipThatTakesItBack()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty&in=need&match=all&exact=true");
        var chips = page.QuerySelectorAll(".chips a.chip").ToDictionary(chip => Text(chip), chip => chip.GetAttribute("href"));

        Assert.Equal("/?q=poverty&match=all&exact=true", chips["Remove filter In Need ×"]);
        Assert.Equal("/?q=poverty&exact=true&in=need", chips["Remove filter Words all of them ×"]);
        Assert.Equal("/?q=poverty&match=all&in=need", chips["Remove filter Words only as typed ×"]);
    }

    [Fact]
    public async Task Page_HowItWasSearched_IsFoldedAway()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty+families");

        Assert.Contains("poverty AND families", Text(page.QuerySelector("details.how:not([open])")!));
        Assert.DoesNotContain("Searched for", Text(page.QuerySelector(".summary")!));
    }

    [Fact]
    public async Task Page_AllProposals_HaveAnAddressOfTheirOwn()
    {
        var page = await fixture.Host.PageAsync("/proposals?page=2");
        var chosen = await fixture.Host.PageAsync("/?year=2015");

        Assert.Equal("/proposals", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/?page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/proposals", chosen.QuerySelector(".chips a.chip")!.GetAttribute("href"));
        Assert.Equal("31 proposals, page 2", Text(page.QuerySelector("[role=status]")!));
    }

    [Fact]
    public async Task Page_ByForm_KeepsWhatIsNotInSight()
    {
        var page = await fixture.Host.PageAsync("/?q=plain&year=2010&exclude.area=X&per_page=5&match=any&sort=title&in=title");
        var form = page.QuerySelector("form#search")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(field => field.GetAttribute("name") + "=" + field.GetAttribute("value"));

        Assert.Equal(["match=any", "exclude.area=X", "year=2010", "per_page=5"], hidden);
        Assert.Equal("title", page.QuerySelector("select[name=sort] option[selected]")!.GetAttribute("value"));
        Assert.Equal("title", page.QuerySelector("select[name=in] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_ByNextLinks_ShowsEachProposalOnce()
    {
        var (seen, next) = (new List<string>(), "/?q=plain");
        for (var at = 0; at < 10 && next is not null; at++)
        {
            var page = await fixture.Host.PageAsync(next);
            seen.AddRange(page.QuerySelectorAll("ol.hits h2").Select(Text));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(SampleArchive.Plain, seen.Count);
        Assert.Equal(SampleArchive.Plain, seen.Distinct().Count());
    }

    [Fact]
    public async Task Page_OfTenHits_IsLight()
    {
        var page = await fixture.Host.PageAsync("/?q=plain");
        var hits = page.QuerySelectorAll("ol.hits > li");

        Assert.Equal(10, hits.Length);
        Assert.All(hits, hit => Assert.True(hit.QuerySelectorAll("*").Length <= 25, hit.OuterHtml));
        Assert.True(page.All.Length < 900, $"{page.All.Length} elements");
    }

    [Fact]
    public async Task Page_NothingFound_SaysWhatToTry()
    {
        var page = await fixture.Host.PageAsync("/?q=zebra&year=2015&in=need");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("What else you can try", Text(page.QuerySelector(".message h2")!));
        Assert.Contains("/?q=zebra&year=2015", page.QuerySelectorAll(".message a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Page_PastTheEnd_LeadsToTheLast()
    {
        var page = await fixture.Host.PageAsync("/?q=plain&page=40");

        Assert.Equal("There are only 3 pages of results", Text(page.QuerySelector(".message h2")!));
        Assert.Equal(["/?q=plain&page=3", "/?q=plain"], page.QuerySelectorAll(".message a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/?q=plain&year=soon&area=X", "/?q=plain&area=X", "Go on without year")]
    [InlineData("/?q=plain&page=5000", "/?q=plain", "Go on without page")]
    [InlineData("/trends?q=plain&year=x", "/trends?q=plain", "Go on without year")]
    [InlineData("/proposals/2015/lift-lo", "/?q=lift+lo", "Search for “lift lo”")]
    [InlineData("/es/proposals/2015/lift-lo", "/es/?q=lift+lo", "Buscar «lift lo»")]
    [InlineData("/%3Cscript%3E", "/?q=script", "Search for “script”")]
    public async Task Page_ThatCannotBeShown_HasAWayOn(string address, string way, string label)
    {
        var page = await fixture.Host.PageAsync(address);
        var link = page.QuerySelector(".message a")!;

        Assert.Equal((way, label), (link.GetAttribute("href"), Text(link)));
        using var there = await fixture.Host.GetAsync(way);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task Page_NotAllWords_SaysSoAndWhatIsMissing()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty+zebra");

        Assert.Contains("No proposal has all of these words", Text(page.QuerySelector(".notices")!));
        Assert.Equal("Without: zebra", Text(page.QuerySelector(".missing")!));
    }

    [Fact]
    public async Task Page_UnknownParameter_IsPassedOver()
    {
        var page = await fixture.Host.PageAsync("/?q=poverty&utm_source=newsletter&fbclid=x");

        Assert.Equal("2 proposals say poverty", Text(page.QuerySelector("[role=status]")!));
    }

    [Fact]
    public async Task Page_Fault_IsAPageInWords()
    {
        var page = await fixture.Host.PageAsync("/?page=abc&sort=best");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal("This address asks for something that cannot be had", Text(page.QuerySelector("h1")!));
        Assert.Equal(2, page.QuerySelectorAll("details.how li").Length);
    }

    [Fact]
    public async Task Page_NotFound_IsAPageForPeople()
    {
        var page = await fixture.Host.PageAsync("/proposals/none");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal("There is no such proposal", Text(page.QuerySelector("h1")!));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=poverty&year=2015")]
    [InlineData("/?q=zebra")]
    [InlineData("/proposals")]
    [InlineData("/facets/area?q=plain&find=dist")]
    [InlineData("/about")]
    [InlineData("/trends?q=plain,poverty")]
    [InlineData("/?page=x")]
    [InlineData("/proposals/2015/lift-la?q=poverty")]
    [InlineData("/proposals/nothing-but-a-title")]
    public async Task Page_Any_HasItsLandmarksAndOneFirstHeading(string address)
    {
        var page = await fixture.Host.PageAsync(address);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(
            page.QuerySelectorAll("input:not([type=hidden]), select"),
            field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.All(page.QuerySelectorAll(".skip a"), skip => Assert.NotNull(page.QuerySelector(skip.GetAttribute("href")!)));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        Assert.Empty(page.QuerySelectorAll("[style], style, "
            + "script:not([src^=\"/assets/suggest.js?v=\"], [src^=\"/assets/copy.js?v=\"], "
                + "[src^=\"/assets/search.js?v=\"], [type=\"application/ld+json\"])"));
    }

    internal static string Text(INode node)
        => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
