using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A list of things with titles was one text, in which ids and addresses stood between the words.</summary>
public sealed class Bug188ListsOfTitledThings
{
    [Theory]
    [InlineData("a.yml", """
        name: Pond friends
        works:
          - {id: p_1, slug: heron-box, title: Heron box, about: '<p>A <b>box</b> for herons.</p>', note: null}
          - {id: p_2, slug: reed-map, title: Reed map, about: All reeds by the water.}
        """)]
    [InlineData("a.json", """
        {"name": "Pond friends", "works": [
          {"Title": "Heron box", "about": "A box for herons."}, {"about": "All reeds by the water.", "Title": "Reed map"}]}
        """)]
    public void Run_ThingsWithTitles_AreTheirTitlesAndAListOfEachOtherKey(string name, string text)
    {
        var proposal = TemporaryArchive.Of(name, text);

        Assert.Equal("Heron box\nReed map", proposal.Answers.Single(static answer => answer.Question == "Works").Text);
        Assert.Equal(
            "A box for herons.\nAll reeds by the water.",
            proposal.Answers.Single(static answer => answer.Question == "Works › About").Text);
        Assert.DoesNotContain(proposal.Answers, static answer => answer.Text.Contains("slug", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ThingsWithoutTitles_AreTextWithoutTheirIds()
        => Assert.Equal(
            "cost: 5 shovels\ncost: 2 pumps",
            TemporaryArchive.Of("a.yml", "title: Pond\nplan:\n  - {id: x1, cost: 5 shovels}\n  - {id: x2, cost: 2 pumps}\n")
                .Answers[0].Text);
}
