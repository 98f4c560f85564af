using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Numbers were others with a comma before their thousands.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("25000")]
    [InlineData("25,000")]
    [InlineData("$25,000")]
    [InlineData("$25000")]
    [InlineData("\"25,000 dollars\"")]
    [InlineData("\"25000 dollars\"")]
    public async Task Bug117Thousands_WithAndWithoutComma_AreOneNumber(string text)
    {
        var index = Index(
            Some.Proposal("comma", "It costs $25,000 dollars."), Some.Proposal("none", "It costs 25000 dollars."),
            Some.Proposal("other", "25 000, 2.5000, 250,00 and 1,234,567"));

        Assert.Equal(["comma", "none"], await Found(index, text));
    }

    [Fact]
    public async Task Bug117Millions_WithCommas_AreOneNumber() =>
        Assert.Equal(["a"], await Found(Index(Some.Proposal("a", "1,234,567 people"), Some.Proposal("b", "1,234 and 567")), "1234567"));
}
