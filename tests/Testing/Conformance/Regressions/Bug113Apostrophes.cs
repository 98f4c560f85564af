using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Words behind an elision were not found, nor words whose apostrophe was left out.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("ecole", "ecole")]
    [InlineData("L'École", "ecole")]
    [InlineData("artagnan", "names")]
    [InlineData("oconnor", "names")]
    [InlineData("connor", "names")]
    [InlineData("O'Connor", "names")]
    [InlineData("O’Connor", "names")]
    [InlineData("\"mary oconnor\"", "names")]
    [InlineData("cant", "cant")]
    [InlineData("can't", "cant,without")]
    [InlineData("cant stop", "cant,without")]
    [InlineData("hawaii", "okina")]
    [InlineData("arte", "arte")]
    public async Task Bug113Apostrophes_TypedOrNot_FindTheSame(string text, string ids)
    {
        var index = Index(
            Some.Proposal("arte", "commedia dell'arte"), Some.Proposal("cant", "We can’t stop"),
            Some.Proposal("ecole", "A class of L’École"),
            Some.Proposal("names", "Mary O’Connor plays d'Artagnan"), Some.Proposal("okina", "From Hawai'i"),
            Some.Proposal("without", "We cant stop"));
        var expected = text == "cant" ? "cant,without" : ids;

        Assert.Equal(expected.Split(','), await Found(index, text));
    }
}
