using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>C++ and C# were C, and signs alone showed everything without a word.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("C++", "plus")]
    [InlineData("c#", "sharp")]
    [InlineData("C# course", "sharp")]
    [InlineData("LGBTQ+", "pride")]
    public async Task Bug110SignsAtTheEnd_OfAWord_PutTheProposalsFirstThatHaveThem(string text, string first)
    {
        var index = Index(
            Some.Proposal("c", "Vitamin C, plan C, course C"), Some.Proposal("gay", "LGBTQ youth, LGBTQ elders"),
            Some.Proposal("plus", "A C++ course"),
            Some.Proposal("pride", "For LGBTQ+ youth of the whole county"), Some.Proposal("sharp", "A course in C#."));

        foreach (var match in new[] { MatchMode.Auto, MatchMode.Any })
        {
            var response = await Search(index, new SearchRequest { Text = text, Match = match });
            Assert.Equal(first, response.Hits[0].Id);
            Assert.Empty(response.Warnings);
        }
    }

    [Fact]
    public async Task Bug110SignsAtTheEnd_ThatNoProposalHas_AreIgnoredWithAWarning()
    {
        var response = await Search(Index(Some.Proposal("f", "Grade F")), "F#");

        Assert.Equal(["No proposal has 'F#': the sign at its end was ignored."], response.Warnings);
        Assert.Equal(["f"], Ids(response));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("&")]
    [InlineData("!!!")]
    [InlineData("?")]
    [InlineData("$ %")]
    [InlineData("...")]
    public async Task Bug110Signs_Alone_SayThatAllIsShown(string text) =>
        Assert.Contains("Nothing to search for was left of the query: all proposals are shown.", (await Search(Corpus(), text)).Warnings);
}
