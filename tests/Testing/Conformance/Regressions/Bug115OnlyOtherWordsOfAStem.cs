using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Where a stem is that of other words only, these were shown as if they were what was asked for.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("generals", "generals")]
    [InlineData("generals garden", "generals")]
    [InlineData("universal garden", "universal")]
    [InlineData("gardens", "gardens")]
    [InlineData("garden", "")]
    [InlineData("general", "")]
    [InlineData("nowhere", "")]
    [InlineData("\"generals\"", "")]
    public async Task Bug115Words_OfWhichOnlyOtherFormsAreFound_AreNamed(string text, string words)
    {
        var index = Index(Some.Proposal("a", "A garden in general"), Some.Proposal("b", "The garden of a university"));
        var response = await Search(index, text);

        Assert.Equal(words.Split(',', StringSplitOptions.RemoveEmptyEntries), response.Query.OtherFormsOnly);
    }
}
