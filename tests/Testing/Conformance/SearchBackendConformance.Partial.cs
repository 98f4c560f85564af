using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Where few proposals have all words, those that have some follow, marked and counted apart.</summary>
public abstract partial class SearchBackendConformance
{
    private ProposalIndex LonelyIndex() => Index(
        Some.Proposal("both", "elderly neighbors and their loneliness"),
        Some.Proposal("elderly", "elderly elderly elderly neighbors"),
        Some.Proposal("near", "a lonely street where the elderly neighbors of all of us live their days"),
        Some.Proposal("loneliness", "loneliness of the night"),
        Some.Proposal("none", "something else"));

    [Fact]
    public async Task Partial_MatchesOfFewFullOnes_FollowMarkedAndCountedApart()
    {
        var response = await Search(LonelyIndex(), "elderly loneliness");

        Assert.Equal((1, 1, 3), (response.Total, response.UnfilteredTotal, response.PartialTotal));
        Assert.False(response.Query.Relaxed);
        Assert.Equal("both", response.Hits[0].Id);
        Assert.Equal([false, true, true, true], response.Hits.Select(hit => hit.Partial));
        Assert.Equal(["elderly", "loneliness", "near"], response.Hits.Skip(1).Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Empty(response.Hits[0].MissingWords);
        Assert.Equal(["elderly"], response.Hits.Single(hit => hit.Id == "loneliness").MissingWords);
        Assert.Equal(["loneliness"], response.Hits.Single(hit => hit.Id == "near").MissingWords);
    }

    [Fact]
    public async Task Partial_MatchWithANearForm_StandsBeforeOneWithout()
    {
        var ids = (await Search(LonelyIndex(), "elderly loneliness")).Hits.Select(hit => hit.Id).ToList();

        Assert.True(ids.IndexOf("near") < ids.IndexOf("elderly"), string.Join(", ", ids));
    }

    [Theory]
    [InlineData(MatchMode.All, SortOrder.Relevance)]
    [InlineData(MatchMode.Any, SortOrder.Relevance)]
    [InlineData(MatchMode.Auto, SortOrder.Newest)]
    public async Task Partial_MatchesOfOtherRequests_DoNotFollow(MatchMode match, SortOrder sort)
    {
        var response = await Search(LonelyIndex(), new SearchRequest { Text = "elderly loneliness", Match = match, Sort = sort });

        Assert.Equal(0, response.PartialTotal);
        Assert.All(response.Hits, hit => Assert.False(hit.Partial));
    }

    [Fact]
    public async Task Partial_MatchesOfTenFullOnes_DoNotFollow()
    {
        var index = Index(
            [.. Enumerable.Range(0, 12).Select(number => Some.Proposal($"{number:00}", number < 10 ? "amber stone" : "amber"))]);
        var response = await Search(index, "amber stone");

        Assert.Equal((10, 0), (response.Total, response.PartialTotal));
        Assert.Equal(10, response.Hits.Count);
    }

    [Fact]
    public async Task Partial_MatchesByPagesAndCursors_AreShownOnceInTheSameOrder()
    {
        var index = Index(
            [.. Enumerable.Range(0, 40).Select(number => Some.Proposal(
                $"{number:00}",
                (number % 7 == 0 ? "amber stone " : number % 2 == 0 ? "amber " : "stone ") + new string('x', number % 5)))]);
        var request = new SearchRequest { Text = "amber stone", PerPage = 100 };
        var whole = (await Search(index, request)).Hits.Select(hit => hit.Id).ToList();
        Assert.Equal(40, whole.Count);
        foreach (var size in new[] { 1, 4, 6, 7 })
        {
            var (paged, walked, cursor) = (new List<string>(), new List<string>(), (string?)null);
            for (var page = 1; page <= (40 / size) + 1; page++)
            {
                paged.AddRange((await Search(index, request with { PerPage = size, Page = page })).Hits.Select(hit => hit.Id));
            }

            do
            {
                var response = await Search(index, request with { PerPage = size, Cursor = cursor });
                Assert.Equal((6, 34), (response.Total, response.PartialTotal));
                walked.AddRange(response.Hits.Select(hit => hit.Id));
                cursor = response.NextCursor;
            }
            while (cursor is not null && walked.Count <= 40);

            Assert.Equal(whole, paged);
            Assert.Equal(whole, walked);
        }
    }

    [Fact]
    public async Task Partial_Matches_LeaveFacetsAndStreamsAsTheyAre()
    {
        var index = Corpus();
        var auto = await Search(index, "river public");
        var all = await Search(index, new SearchRequest { Text = "river public", Match = MatchMode.All, PerPage = 100 });

        Assert.True(auto.PartialTotal > 0);
        Assert.Equal(all.Total, auto.Total);
        Assert.Equal(
            all.Facets.SelectMany(facet => facet.Values).Select(value => (value.Value, value.Count)),
            auto.Facets.SelectMany(facet => facet.Values).Select(value => (value.Value, value.Count)));
        Assert.Equal(Ids(auto), await index.StreamAsync(new SearchRequest { Text = "river public" }).Select(hit => hit.Id).ToListAsync());
    }
}
