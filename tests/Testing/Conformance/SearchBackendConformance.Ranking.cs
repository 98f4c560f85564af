using ProposalSearch.Proposals.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>The order of relevance, as far as people would agree on it.</summary>
public abstract partial class SearchBackendConformance
{
    [Fact]
    public async Task Ranking_OfAWordInTheTitle_OutweighsTheBody()
    {
        var index = Index(
            Some.Proposal("body", "A lantern for every street.") with { Title = "Streets" },
            Some.Proposal("title", "Light for every street here.") with { Title = "Lantern" },
            Some.Proposal("other", "Nothing of the kind at all."));

        Assert.Equal(["title", "body"], await Ids(index, "lantern"));
    }

    [Fact]
    public async Task Ranking_OfARareWord_OutweighsACommonOne()
    {
        var common = Enumerable.Range(0, 10).Select(number => Some.Proposal($"common{number}", "timber and stone"));
        var index = Index([.. common, Some.Proposal("rare", "amber and stone")]);

        Assert.Equal("rare", (await Ids(index, new SearchRequest { Text = "timber amber", Match = MatchMode.Any, PerPage = 100 }))[0]);
    }

    [Fact]
    public async Task Ranking_OfAWordThatIsThereMoreOften_IsHigher()
    {
        var index = Index(Some.Proposal("a", "kite string paper glue"), Some.Proposal("b", "kite kite paper glue"), Some.Proposal("c", "paper"));

        Assert.Equal(["b", "a"], await Ids(index, "kite"));
    }

    [Fact]
    public async Task Ranking_OfAShorterText_IsHigher()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 400));
        var index = Index(Some.Proposal("a", "anchor " + filler), Some.Proposal("b", "anchor rope"));

        Assert.Equal(["b", "a"], await Ids(index, "anchor"));
    }

    [Fact]
    public async Task Ranking_OfEqualProposals_GoesById()
    {
        string[] ids = ["m", "b", "x", "a", "Z", "é", "10", "9"];
        var index = Index([.. ids.Select(id => Some.Proposal(id, "copper wire"))]);

        Assert.Equal(ids.Order(StringComparer.Ordinal), await Ids(index, "copper"));
    }

    [Fact]
    public async Task Ranking_OfFilters_LeavesScoresAsTheyAre()
    {
        var index = Corpus();
        var whole = await Search(index, "poverty");
        var filtered = await Search(index, "poverty category:learn");
        var faceted = await Search(index, new SearchRequest { Text = "poverty", Filters = [new FacetFilter("category") { Include = ["learn"] }] });

        Assert.NotEmpty(filtered.Hits);
        Assert.All(filtered.Hits, hit => Assert.Equal(whole.Hits.Single(same => same.Id == hit.Id).Score, hit.Score, 1e-6));
        Assert.Equal(Ids(filtered), Ids(faceted));
    }

    [Fact]
    public async Task Score_OfEveryHit_IsPositiveAndFalls()
    {
        var hits = (await Search(Corpus(), "public OR river OR youth")).Hits;

        Assert.True(hits.Count > 5);
        Assert.All(hits, hit => Assert.True(hit.Score > 0));
        Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
    }

    [Fact]
    public async Task Explain_OnRequestOnly_AccountsForTheScore()
    {
        var index = Corpus();
        var plain = await Search(index, "river public");
        var explained = await Search(index, new SearchRequest { Text = "river public", Explain = true });

        Assert.All(plain.Hits, hit => Assert.Null(hit.Explanation));
        Assert.All(explained.Hits, hit =>
        {
            Assert.NotNull(hit.Explanation);
            Assert.Equal(hit.Score, hit.Explanation.Value, 1e-4);
            Assert.NotEmpty(hit.Explanation.Details);
            Assert.NotEmpty(hit.Explanation.Description);
        });
    }
}
