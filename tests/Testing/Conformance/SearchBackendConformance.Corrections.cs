using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Corrections: what is searched for where nothing has what was typed, what is only offered, and what the answer says.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("povrety", "poverty", "povrety → poverty")]
    [InlineData("Povrety, and colege", "Poverty, and college", "Povrety → Poverty,colege → college")]
    [InlineData("povrety college", "poverty college", "povrety → poverty")]
    [InlineData("title:povrety", "title:poverty", "povrety → poverty")]
    [InlineData("povrety -river", "poverty -river", "povrety → poverty")]
    [InlineData("povrety OR rivr", "poverty OR river", "povrety → poverty,rivr → river")]
    public async Task Correction_WhereNothingHasWhatWasTyped_IsSearchedForAtOnce(string typed, string meant, string words)
    {
        var (response, right) = (await Search(Corpus(), typed), await Search(Corpus(), meant));

        Assert.Equal((typed, meant, null), (response.Query.Text, response.Query.Corrected, response.DidYouMean));
        Assert.Equal(words.Split(','), response.Query.Corrections);
        Assert.Equal(right.Query.Interpreted, response.Query.Interpreted);
        Assert.True(right.Total > 0);
        Assert.Equal(right.Hits.Select(hit => hit.Id), response.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task Correction_RefusedByExact_IsOfferedOnly()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "povrety", Exact = true });

        Assert.Equal((0, null, "poverty"), (response.Total, response.Query.Corrected, response.DidYouMean));
    }

    [Theory]
    [InlineData("\"povrety\"")]
    [InlineData("river garden nothere")]
    [InlineData("povrety*")]
    [InlineData("category:lern")]
    [InlineData("poverty")]
    public async Task Correction_OfQuotesAndOfWhatIsFound_IsNotSearchedFor(string text) =>
        Assert.Null((await Search(Corpus(), text)).Query.Corrected);

    [Fact]
    public async Task Correction_WithFilters_KeepsThem()
    {
        var request = new SearchRequest { Text = "povrety", Filters = [new FacetFilter("year") { Include = ["2014"] }] };
        var response = await Search(Corpus(), request);

        Assert.Equal(["2014/clinic", "2014/poverty"], Ids(response).Order(StringComparer.Ordinal));
        Assert.Equal("poverty", response.Query.Corrected);
    }

    [Fact]
    public async Task Correction_ReadOnByCursorAndStreamed_IsTheSame()
    {
        var index = Corpus();
        var all = Ids(await Search(index, "poverty"));
        var first = await Search(index, new SearchRequest { Text = "povrety", PerPage = 2 });
        var rest = await Search(index, new SearchRequest { Text = "povrety", PerPage = 100, Cursor = first.NextCursor });
        var streamed = new List<string>();
        await foreach (var hit in index.StreamAsync(new SearchRequest { Text = "povrety" }))
        {
            streamed.Add(hit.Id);
        }

        Assert.Equal(all, first.Hits.Concat(rest.Hits).Select(hit => hit.Id));
        Assert.Equal(all, streamed);
    }

    [Theory]
    [InlineData("lantern festval", "lantern festival")]
    [InlineData("festval", "festival")]
    [InlineData("festival", null)]
    [InlineData("lantern", null)]
    public async Task Correction_OfAWordThatOneProposalHas_IsOffered(string text, string? offered)
    {
        var index = Index(
            [
                .. Enumerable.Range(100, 400).Select(number => Some.Proposal($"{number}", "a lantern festival")),
                Some.Proposal("slip", "the lantern festval"),
            ]);
        var response = await Search(index, text);

        Assert.Equal((null, offered), (response.Query.Corrected, response.DidYouMean));
        Assert.True(response.Total > 0);
    }
}
