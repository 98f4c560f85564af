using ProposalSearch.Search;
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
        var index = Index(Some.Proposal("a", "kite string paper glue"), Some.Proposal("b", "kite kite paper glue"),
            Some.Proposal("c", "paper"));

        Assert.Equal(["b", "a"], await Ids(index, "kite"));
    }

    [Fact]
    public async Task Ranking_OfAShorterText_IsHigher()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 400));
        var index = Index(Some.Proposal("a", "anchor " + filler), Some.Proposal("b", "anchor rope"));

        Assert.Equal(["b", "a"], await Ids(index, "anchor"));
    }

    [Theory]
    [InlineData("garden", "b,a")]
    [InlineData("gardens", "a,b")]
    [InlineData("GARDENS", "a,b")]
    public async Task Ranking_OfTheFormThatWasTyped_OutweighsOtherForms(string text, string ids)
    {
        var index = Index(Some.Proposal("a", "gardens and rain"), Some.Proposal("b", "garden and rain"), Some.Proposal("c", "rain"));

        Assert.Equal(ids.Split(','), await Ids(index, text));
    }

    [Theory]
    [InlineData("timber amber", "a,b")]
    [InlineData("timber amber amber", "b,a")]
    [InlineData("amber timber amber", "b,a")]
    [InlineData("amber OR timber OR amber", "b,a")]
    public async Task Ranking_OfAWordThatIsTypedTwice_CountsItMore(string text, string ids)
    {
        var index = Index(Some.Proposal("a", "timber and stone"), Some.Proposal("b", "amber and stone"), Some.Proposal("c", "stone"));

        Assert.Equal(ids.Split(','), await Ids(index, new SearchRequest { Text = text, Match = MatchMode.Any }));
    }

    [Fact]
    public async Task Ranking_OfWordsThatOnlyHoldASentenceTogether_CountsThemLittle()
    {
        var index = Index(Some.Proposal("a", "what about how"), Some.Proposal("b", "lantern about stone"), Some.Proposal("c", "stone"));

        Assert.Equal(["b", "a"], await Ids(index, new SearchRequest { Text = "what about the lantern", Match = MatchMode.Any }));
        Assert.Equal(["a"], await Ids(index, "what about"));
    }

    [Theory]
    [InlineData("lantern after-school")]
    [InlineData("lantern \"after school\"")]
    public async Task Ranking_OfPartsOfAPhrase_OrdersWhatIsFoundAndFindsNothingMore(string text)
    {
        var index = Index(
            Some.Proposal("a", "stone and lantern here"),
            Some.Proposal("b", "school here after lantern"),
            Some.Proposal("c", "after school here with it"),
            Some.Proposal("d", "school here and stone here"));
        var ids = await Ids(index, new SearchRequest { Text = text, Match = MatchMode.Any });

        Assert.Equal(["a", "b", "c"], ids.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(ids, "b") < Array.IndexOf(ids, "a"), string.Join(", ", ids));
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
        var faceted = await Search(index, new SearchRequest { Text = "poverty", Filters = [Having("category", "learn")] });

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

    [Theory]
    [InlineData("river public", MatchMode.Auto)]
    [InlineData("river river public what", MatchMode.Any)]
    [InlineData("after-school \"the river\" public neigh*", MatchMode.Any)]
    [InlineData("in:need river public -nothing", MatchMode.Any)]
    public async Task Explain_OnRequestOnly_AccountsForTheScore(string text, MatchMode match)
    {
        var index = Corpus();
        var plain = await Search(index, new SearchRequest { Text = text, Match = match });
        var explained = await Search(index, new SearchRequest { Text = text, Match = match, Explain = true });

        Assert.NotEmpty(plain.Hits);
        Assert.All(plain.Hits, hit => Assert.Null(hit.Explanation));
        Assert.All(explained.Hits, hit =>
        {
            Assert.NotNull(hit.Explanation);
            Assert.Equal(hit.Score, hit.Explanation.Value, 1e-4);
            Assert.NotEmpty(hit.Explanation.Details);
            Assert.NotEmpty(hit.Explanation.Description);
            Assert.Equal(hit.Score, hit.Explanation.Details.Sum(part => part.Value), 1e-4);
        });
    }
}
