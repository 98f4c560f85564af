using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Where a blank was missing behind a full stop or a colon, neither of the two words was found.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("gardens", "stop")]
    [InlineData("everybody", "stop")]
    [InlineData("this", "this")]
    [InlineData("\"the gardens everybody\"", "stop")]
    [InlineData("\"feeds the gardens\"", "stop")]
    [InlineData("gardens.Everybody", "stop")]
    [InlineData("mapping", "colon")]
    [InlineData("Water and Streets:Mapping of Leaks", "colon")]
    [InlineData("title:mapping", "colon")]
    [InlineData("\"streets mapping\"", "colon")]
    [InlineData("snake", "under")]
    public async Task Bug112Words_WhoseBlankIsMissing_AreFound(string text, string id)
    {
        var index = Index(
            Some.Proposal("colon") with { Title = "Water and Streets:Mapping of Leaks" },
            Some.Proposal("stop", "Rain feeds the gardens.Everybody drinks it."),
            Some.Proposal("this", "It ends.This too."),
            Some.Proposal("under", "A snake_case name"));

        Assert.Equal([id], await Found(index, text));
    }

    [Fact]
    public async Task Bug112HostNames_AreFoundByTheirNameAndNotByTheirEnding()
    {
        var index = Index(Some.Proposal("a", "See www.cityfarm.org for more"), Some.Proposal("b", "org charts"));

        Assert.Equal(["a"], await Found(index, "cityfarm"));
        Assert.Equal(["a"], await Found(index, "www.cityfarm.org"));
        Assert.Equal(["b"], await Found(index, "org"));
    }
}
