using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Archives;

/// <summary>What a fresh clone finds in its three sample proposals.</summary>
public sealed class SeedTests : IDisposable
{
    private const string Lift = "2015/lift-la-member2member-project";
    private const string LevelUp = "2015/level-up-students-organizations-and-colleges";
    private const string Bridging = "2016/bridging-gaps-lift-los-angeles-and-one-degree";

    private readonly string _folder = Directory.CreateTempSubdirectory("seeds-").FullName;
    private readonly ProposalIndex _index;

    public SeedTests()
    {
        BlockingCalls.RunPipeline(
            new IndexingOptions(Path.Combine(Repository.Root, "seeds"), _folder, null),
            BlockingCalls.EmbeddedBackend(),
            TimeProvider.System);
        _index = BlockingCalls.EmbeddedBackend().Open(_folder);
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Seeds_SearchedForPoverty_ShowTheTwoOfLiftUnderQuestions()
    {
        var response = await _index.SearchAsync(new SearchRequest { Text = "poverty" });

        Assert.Equal([Lift, Bridging], response.Hits.Select(hit => hit.Id).Order());
        Assert.All(
            response.Hits, hit => Assert.Contains(hit.Snippets, snippet => snippet.AnswerIndex is not null && snippet.Matches.Count > 0));
    }

    [Fact]
    public async Task Seeds_SearchedForCollege_ShowLevelUpFirst() =>
        Assert.Equal(LevelUp, (await _index.SearchAsync(new SearchRequest { Text = "college" })).Hits[0].Id);

    [Fact]
    public async Task Seeds_Titles_FindTheirProposalFirstOrATwinOfTheSameTitle()
    {
        var titles = (await _index.SearchAsync(new SearchRequest())).Hits.Select(hit => hit.Title).ToList();
        Assert.Equal(3, titles.Count);
        foreach (var title in titles)
        {
            Assert.Equal(title, (await _index.SearchAsync(new SearchRequest { Text = title, TimeBudget = null })).Hits[0].Title);
        }
    }

    [Fact]
    public async Task Seeds_Browsed_CountTheirYears()
    {
        var response = await _index.SearchAsync(new SearchRequest());

        Assert.Equal([Bridging, LevelUp, Lift], response.Hits.Select(hit => hit.Id));
        Assert.Equal(
            [("2016", 1L), ("2015", 2L)],
            response.Facets.Single(facet => facet.Field == "year").Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public async Task Seeds_Browsed_CountTheQuestionsThatAreAnswered()
    {
        var answered = (await _index.SearchAsync(new SearchRequest())).Facets.Single(facet => facet.Field == AnsweredFacet.Field);

        Assert.Contains(answered.Values, value => value is { Value: "evaluation", Label: "Measuring success, and evidence", Count: 3 });
        Assert.Contains(answered.Values, value => value is { Value: "summary", Label: "Summary", Count: 3 });
        foreach (var value in answered.Values)
        {
            // 'in:organization' means its name too.
            Assert.Equal(
                value.Value == "organization" ? 3 : value.Count,
                (await _index.SearchAsync(new SearchRequest { Text = $"in:{value.Value}" })).Total);
            Assert.Equal(value.Count, (await _index.SearchAsync(new SearchRequest { Text = $"answered:{value.Value}" })).Total);
        }
    }

    [Fact]
    public async Task Seeds_SearchedWithinAQuestion_ShowPassagesUnderBothItsWordingAndTheCanonicalQuestion()
    {
        var byField = await _index.SearchAsync(new SearchRequest { Text = "place:poverty" });
        var byScope = await _index.SearchAsync(new SearchRequest { Text = "poverty", In = ["place"] });

        Assert.Equal(byScope.Hits.Select(hit => hit.Id), byField.Hits.Select(hit => hit.Id));
        Assert.NotEmpty(byField.Hits);
        Assert.All(byField.Hits.SelectMany(hit => hit.Snippets), snippet =>
        {
            Assert.Equal("place", snippet.QuestionId);
            Assert.StartsWith("Describe in greater detail how", snippet.Question, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Seeds_WithTheSummaryAmongTheAnswers_ShowThePassageOnce()
    {
        var hit = (await _index.SearchAsync(new SearchRequest { Text = "\"getting help should not be\"", Snippets = 5 })).Hits.Single();

        Assert.Single(hit.Snippets);
        Assert.NotNull(hit.Snippets[0].AnswerIndex);
        Assert.Equal(
            "getting help should not be",
            hit.Snippets[0].Text.Substring(hit.Snippets[0].Matches[0].Start, hit.Snippets[0].Matches[0].Length));
    }
}
