using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>A word and its plural were two words where the plural is no matter of an ending.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("child", "children")]
    [InlineData("grandchild", "grandchildren")]
    [InlineData("woman", "women")]
    [InlineData("policeman", "policemen")]
    [InlineData("person", "people")]
    [InlineData("bus", "buses")]
    [InlineData("campus", "campuses")]
    [InlineData("life", "lives")]
    [InlineData("leaf", "leaves")]
    [InlineData("analysis", "analyses")]
    [InlineData("crisis", "crises")]
    [InlineData("foot", "feet")]
    [InlineData("mouse", "mice")]
    [InlineData("criterion", "criteria")]
    [InlineData("alumnus", "alumni")]
    [InlineData("curriculum", "curricula")]
    [InlineData("index", "indices")]
    public async Task Bug114Plurals_ThatAreIrregular_AreOneWithTheirSingular(string one, string many)
    {
        var index = Index(Some.Proposal("many", $"The {many} here"), Some.Proposal("one", $"The {one} here"),
            Some.Proposal("other", "Nothing"));

        Assert.Equal(["many", "one"], await Found(index, one));
        Assert.Equal(["many", "one"], await Found(index, many));
        Assert.Equal("one", (await Search(index, one)).Hits[0].Id);
        Assert.Equal("many", (await Search(index, many)).Hits[0].Id);
        Assert.Equal(["one"], await Found(index, $"\"{one}\""));
    }
}
