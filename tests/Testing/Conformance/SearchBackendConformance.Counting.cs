using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Trends, values of facets, questions, and similar proposals.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly IndexMetadata Counted = Some.Metadata with
    {
        Facets = [new FacetDefinition("year", "Year", FacetType.Number), new FacetDefinition("area", "Area", FacetType.Text)],
        Questions = [new QuestionDefinition("need", "Need"), new QuestionDefinition("plan", "Plan")],
        Wordings = [new QuestionWording("Why?", "need", 1, 3, 30)],
    };

    private ProposalIndex Gardens() => Index(Counted,
    [
        Garden("a", 2013, "Watts", "Gardens feed families.", "We plant orchards with gardeners."),
        Garden("b", 2014, "Échô Park", "Gardens heal.", "We plant orchards in schools."),
        Garden("c", 2014, "East LA", "Buses are late.", "We paint buses."),
        Garden("d", 2016, "East Hollywood", "Buses are rare.", "We drive."),
        Garden("e", null, "Watts", "Gardens without a year.", "We wait."),
    ]);

    [Fact]
    public async Task Trend_Query_CountsEachYearAndWhatItIsAPartOf()
    {
        var trend = await Gardens().TrendAsync(new SearchRequest { Text = "gardens" });

        Assert.Equal([(2013, 1L, 1L), (2014, 1L, 2L), (2016, 0L, 1L)], trend.Years.Select(year => (year.Year, year.Count, year.Of)));
        Assert.Equal([1, 0.5, 0], trend.Years.Select(year => year.Share));
        Assert.Equal((3L, 1L), (trend.Total, trend.Missing));
    }

    [Fact]
    public async Task Trend_Filters_CountWithinThem()
    {
        var index = Gardens();
        var watts = new FacetFilter("area") { Include = ["Watts"] };
        var inWatts = await index.TrendAsync(new SearchRequest { Text = "gardens", Filters = [watts] });
        var range = new FacetFilter("year") { Range = new NumberRange(2014, null) };
        var later = await index.TrendAsync(new SearchRequest { Text = "gardens", Filters = [range] });
        var without = await index.TrendAsync(new SearchRequest { Filters = [new FacetFilter("year") { Exclude = ["2014"] }] });

        Assert.Equal([(2013, 1L, 1L)], inWatts.Years.Select(year => (year.Year, year.Count, year.Of)));
        Assert.Equal([2014, 2016], later.Years.Select(year => year.Year));
        Assert.Equal(1, later.Total);
        Assert.Equal([2013, 2016], without.Years.Select(year => year.Year));
    }

    [Fact]
    public async Task Trend_ArchiveWithoutYears_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<SearchRequestException>(
            async () => await Index(Some.Proposal("a")).TrendAsync(new SearchRequest()));

        Assert.Equal(FaultCodes.UnknownFacet, fault.All.Code);
    }

    [Theory]
    [InlineData("east", "East Hollywood|East LA")]
    [InlineData("HOLLY", "East Hollywood")]
    [InlineData("echo", "Échô Park")]
    [InlineData("ch", "")]
    [InlineData("", "Watts|East Hollywood|East LA|Échô Park")]
    public async Task FacetValues_Prefix_AreThoseWithAWordThatBeginsSo(string prefix, string expected)
    {
        var facet = await Gardens().FacetValuesAsync("area", prefix, 10, new SearchRequest());

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), facet.Values.Select(value => value.Value));
        Assert.Equal(0, facet.Other);
    }

    [Fact]
    public async Task FacetValues_QueryAndLimit_CountMatchesAndTellOfOthers()
    {
        var facet = await Gardens().FacetValuesAsync("area", "", 1, new SearchRequest { Text = "gardens" });

        Assert.Equal([("Watts", 2L)], facet.Values.Select(value => (value.Value, value.Count)));
        Assert.Equal(1, facet.Other);
    }

    [Fact]
    public async Task Questions_All_HaveProposalsAndWordings()
    {
        var questions = await Gardens().QuestionsAsync();

        Assert.Equal([("need", "Need", 5L), ("plan", "Plan", 5L)], questions.Select(one => (one.Id, one.Label, one.Proposals)));
        Assert.Equal(["Why?"], questions[0].Wordings.Select(wording => wording.Wording));
    }

    [Fact]
    public async Task Similar_Proposal_IsTheOneOfTheSameSubjectWithReasons()
    {
        var similar = await Gardens().SimilarAsync("a", 3, budget: null);

        Assert.Equal("b", similar![0].Id);
        Assert.Equal(["orchards", "plant"], similar[0].SharedTerms.Where(term => term is "orchards" or "plant").Order());
        Assert.Contains(similar[0].Questions, question => question.QuestionId == "plan" && question.AnswerIndex == 1);
        Assert.Contains("orchards", similar[0].Questions.Single(question => question.QuestionId == "plan").SharedTerms);
        Assert.DoesNotContain(similar, one => one.Id == "a");
        Assert.True(similar.Zip(similar.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public async Task Similar_NothingInCommonOrNoProposal_SaysWhich()
    {
        var index = Index(Some.Proposal("a") with { Title = "Lonely" }, Some.Proposal("b") with { Title = "Other" });

        Assert.Empty((await index.SimilarAsync("a", 3, budget: null))!);
        Assert.Null(await index.SimilarAsync("c", 3, budget: null));
    }

    private static Proposal Garden(string id, int? year, string area, string need, string plan) => Some.Proposal(id) with
    {
        Title = "Proposal " + id,
        Year = year,
        Facets = year is null ? Some.Facets(("area", [area])) : Some.Facets(("year", [$"{year}"]), ("area", [area])),
        Answers = [new Answer("Why?", "need", need), new Answer("How?", "plan", plan)],
    };
}
