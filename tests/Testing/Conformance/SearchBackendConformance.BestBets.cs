using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>What curators show first is marked, within the filters, and nowhere else.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly DateOnly Past = new(2001, 1, 31);

    private ProposalIndex BettingIndex(params BestBet[] bets) => Index(
        Some.Metadata with { BestBets = bets, Facets = [new("theme", "Theme", FacetType.Text)] },
        [
            .. Enumerable.Range(0, 14).Select(number => Some.Proposal($"{number:00}", "rent " + new string('x', number + 1)) with
            {
                Facets = Some.Facets(("theme", [number % 2 == 0 ? "even" : "odd"])),
            }),
            Some.Proposal("guide", "a guide for tenants"),
        ]);

    private static BestBet Bet(string query, params string[] proposals) => new([query], proposals, null, null, null, null);

    [Theory]
    [InlineData("rent")]
    [InlineData(" RENT! ")]
    [InlineData("\"rent\"")]
    public async Task BestBets_OfAQuery_StandApartAndAreCountedOnce(string text)
    {
        var response = await Search(BettingIndex(Bet("Rent", "guide", "12", "nowhere")), text);
        var plain = await Search(BettingIndex(), text);

        Assert.Equal(["guide", "12"], Assert.Single(response.BestBets).Hits.Select(hit => hit.Id));
        Assert.Equal((14, 14), (response.Total, response.UnfilteredTotal));
        Assert.Equal(plain.Hits.Select(hit => hit.Id).Where(id => id != "12"), response.Hits.Select(hit => hit.Id));
        Assert.Contains("rent", response.BestBets[0].Hits[1].Snippets[0].Text, StringComparison.Ordinal);
        Assert.Empty(plain.BestBets);
    }

    [Fact]
    public async Task BestBets_OnFurtherPages_AreNeitherShownNorRepeated()
    {
        var index = BettingIndex(Bet("rent", "12", "00"));
        var request = new SearchRequest { Text = "rent", PerPage = 5 };
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var response = await Search(index, request with { Page = page });
            Assert.Equal(page == 1, response.BestBets.Count > 0);
            seen.AddRange(response.BestBets.SelectMany(bet => bet.Hits).Concat(response.Hits).Select(hit => hit.Id));
        }

        Assert.Equal(14, seen.Count);
        Assert.Equal(14, seen.Distinct().Count());
    }

    [Fact]
    public async Task BestBets_WithinFilters_AreThoseThatPassThem()
    {
        var request = new SearchRequest { Text = "rent", Filters = [Having("theme", "odd")] };
        var response = await Search(BettingIndex(Bet("rent", "guide", "12", "11")), request);

        Assert.Equal(["11"], response.BestBets[0].Hits.Select(hit => hit.Id));
        Assert.Equal(7, response.Total);
        Assert.Empty((await Search(BettingIndex(Bet("rent", "guide")), request)).BestBets);
    }

    [Fact]
    public async Task BestBets_OfOtherQueriesOrdersAndDays_AreNotShown()
    {
        var index = BettingIndex(
            Bet("rent", "12"),
            new BestBet(["late"], [], "Too late", null, null, Past),
            new BestBet(["early"], [], "Too early", null, new DateOnly(9000, 1, 1), null),
            new BestBet(["rent", "now"], ["12"], "See our guide", "https://example.org/", Past, new DateOnly(9000, 1, 1)));

        Assert.Equal([(null, 1), ("See our guide", 0)], (await Search(index, "rent")).BestBets.Select(bet => (bet.Text, bet.Hits.Count)));
        Assert.Equal("https://example.org/", (await Search(index, "now")).BestBets[0].Link);
        Assert.Empty((await Search(index, "late")).BestBets);
        Assert.Empty((await Search(index, "early")).BestBets);
        Assert.Empty((await Search(index, "rent xx")).BestBets);
        Assert.Empty((await Search(index, new SearchRequest { Text = "rent", Sort = SortOrder.Title })).BestBets);
    }
}
