using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Searching within the answers to canonical questions.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("survey", "evaluation", "2013/tutors,2014/clinic,2016/music-bus,2016/youth-court")]
    [InlineData("survey", "need", "")]
    [InlineData("garden", "need", "2014/farm,2016/garden")]
    [InlineData("garden", "evaluation", "2014/farm")]
    [InlineData("garden", "evaluation,plan", "2014/farm,2016/garden")]
    [InlineData("garden", "title", "2016/garden")]
    [InlineData("\"free of charge\"", "plan", "2013/tutors,2014/band")]
    [InlineData("free -names", "evaluation", "")]
    [InlineData("surv*", "evaluation", "2013/tutors,2014/clinic,2016/music-bus,2016/youth-court")]
    public async Task In_OfTheRequest_LooksThereOnly(string text, string questions, string ids)
    {
        var found = await Ids(Corpus(), new SearchRequest { Text = text, In = questions.Split(',') });

        Assert.Equal(ids.Split(',', StringSplitOptions.RemoveEmptyEntries), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("in:evaluation survey", "2013/tutors,2014/clinic,2016/music-bus,2016/youth-court")]
    [InlineData("(in:evaluation survey) youth", "2016/youth-court")]
    [InlineData("in:need in:evaluation college", "2013/tutors,2015/college-bus")]
    [InlineData("title:swim", "2013/swim,2014/swim-again")]
    [InlineData("title:\"swim the river\" samples", "2013/swim")]
    [InlineData("title:bus -title:college", "2016/music-bus")]
    [InlineData("in:evaluation category:create", "2014/band,2015/choir,2016/music-bus")]
    [InlineData("category:learn -in:evaluation", "2014/poverty,undated/archive")]
    public async Task In_OfTheText_LooksThereOnly(string text, string ids) =>
        Assert.Equal(ids.Split(',').Order(StringComparer.Ordinal), await Found(Corpus(), text));

    [Fact]
    public async Task In_WithWordsOfDifferentAnswers_NeedsThemInAnswersOfTheseQuestions()
    {
        var index = Corpus();

        Assert.Equal(["2014/farm"], await Found(index, "lot weigh"));
        Assert.Empty(await Ids(index, new SearchRequest { Text = "lot weigh", In = ["plan"], Match = MatchMode.All }));
        Assert.Equal(["2014/farm"],
            await Ids(index, new SearchRequest { Text = "lot weigh", In = ["plan", "evaluation"], Match = MatchMode.All }));
    }

    [Fact]
    public async Task In_WithAnEmptyText_FindsProposalsThatAnswer()
    {
        var found = await Ids(Corpus(), new SearchRequest { In = ["need"], PerPage = 100 });
        var expected = ProposalCorpus.Proposals.Where(proposal => proposal.Answers.Any(answer => answer.QuestionId == "need"));

        Assert.Equal(expected.Select(proposal => proposal.Id).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task In_OfTheRequest_TakesSnippetsFromThereOnly()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "garden", In = ["evaluation"] });
        var snippet = Assert.Single(Assert.Single(response.Hits).Snippets);

        Assert.Equal("evaluation", snippet.QuestionId);
        Assert.Equal("We weigh what each garden yields.", snippet.Text);
        Assert.Empty(response.Hits[0].TitleMatches);
    }

    [Fact]
    public async Task In_OfTheRequest_ShowsInTheInterpretation()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "survey", In = ["evaluation"] });

        Assert.Equal("in:evaluation AND survey", response.Query.Interpreted);
    }
}
