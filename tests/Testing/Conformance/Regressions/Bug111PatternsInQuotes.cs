using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Stars between quotes were passed over without a word.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("\"river * swimmers\"", "near")]
    [InlineData("\"river * * swimmers\"", "far")]
    [InlineData("\"the * of\"", "far")]
    public async Task Bug111Star_ByItselfInQuotes_IsAnyOneWord(string text, string id)
    {
        var index = Index(
            Some.Proposal("beside", "river swimmers"), Some.Proposal("far", "a river for young swimmers, the joy of"),
            Some.Proposal("near", "river or swimmers"));
        var response = await Search(index, text);

        Assert.Equal([id], Ids(response));
        Assert.Empty(response.Warnings);
    }

    [Theory]
    [InlineData("\"river swim*\"", "swim*")]
    [InlineData("\"riv* swimmers\"", "riv*")]
    [InlineData("\"r?ver swimmers\"", "r?ver")]
    [InlineData("\"rivre~1 swimmers\"", "rivre~1")]
    [InlineData("\"* river\"", "*")]
    public async Task Bug111Patterns_OfWordsInQuotes_AreTold(string text, string sign)
    {
        var response = await Search(Corpus(), text);

        Assert.Contains(
            $"In quotes the sign of '{sign}' was ignored: there only a * between two words means something, any one word.",
            response.Warnings);
    }
}
