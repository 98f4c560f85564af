using ProposalSearch.Analysis.Text;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Text;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("CO₂ and H₂O, C₆H₁₂O₆", "CO2 and H2O, C6H12O6")]
    [InlineData("₂ of 40 m², see note¹", "₂ of 40 m², see note¹")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Of_SubscriptDigits_AreDigitsBesideLetters(string text, string typed) => Assert.Equal(typed, TypedText.Of(text));

    [Theory]
    [InlineData("서울 숲 가꾸기")]
    [InlineData("강릉, café 닭")]
    public void Of_HangulInParts_IsWhole(string text)
    {
        var parts = InParts(text);

        Assert.NotEqual(text, parts);
        Assert.Equal(text, TypedText.Of(parts));
    }

    [Fact]
    public void Of_PartsThatMakeNoSyllable_Stay() => Assert.Equal("\u1100x\u11A8", TypedText.Of("\u1100x\u11A8"));

    /// <summary>Each syllable of Hangul as its parts (Unicode, 3.12).</summary>
    private static string InParts(string text) => string.Concat(text.Select(static letter => letter is >= '\uAC00' and <= '\uD7A3'
        ? $"{(char)('\u1100' + ((letter - '\uAC00') / 588))}{(char)('\u1161' + ((letter - '\uAC00') % 588 / 28))}"
            + ((letter - '\uAC00') % 28 is > 0 and var last ? ((char)('\u11A7' + last)).ToString() : "")
        : letter.ToString()));
}
