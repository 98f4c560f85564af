using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>A phrase with &amp; did not find the one with "and", nor the other way round.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("\"food & shelter\"")]
    [InlineData("\"food and shelter\"")]
    [InlineData("\"Food & Shelter program\"")]
    [InlineData("\"food and shelter program\"")]
    [InlineData("food&shelter")]
    public async Task Bug116Ampersand_InAPhrase_IsAnd(string text)
    {
        var index = Index(
            Some.Proposal("and", "A food and shelter program"), Some.Proposal("sign", "A food & shelter program"),
            Some.Proposal("other", "shelter and food for the program"));

        Assert.Equal(["and", "sign"], await Found(index, text));
    }

    [Fact]
    public async Task Bug116Ampersand_InTitlesAndOrganizations_IsAnd()
    {
        var index = Index(
            Some.Proposal("a") with { Title = "Bread & Roses" }, Some.Proposal("b") with { Organization = "Bread and Roses" });

        Assert.Equal(["a", "b"], await Found(index, "\"bread and roses\""));
        Assert.Equal(["b"], await Found(index, "organization:\"bread & roses\""));
    }
}
