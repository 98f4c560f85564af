using System.Text;
using ProposalSearch.Foundation.Texts;
using Xunit;

namespace ProposalSearch.Foundation.Tests.Texts;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", 5, "")]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("lon\U0001F600ger", 5, "lon…")]
    [InlineData("lo\U0001F600nger", 5, "lo\U0001F600…")]
    [InlineData("\U0001F600\U0001F600", 2, "…")]
    [InlineData("longer", 1, "…")]
    public void Of_ATextAndALength_IsNoLonger(string text, int longest, string expected) =>
        Assert.Equal(expected, ShortText.Of(text, longest));

    [Theory]
    [InlineData("longer", 4, "long")]
    [InlineData("lon\U0001F600", 4, "lon")]
    [InlineData("lon\U0001F600", 5, "lon\U0001F600")]
    [InlineData("long", 9, "long")]
    [InlineData("long", 0, "")]
    public void Beginning_ATextAndALength_CutsNoPairApart(string text, int length, string expected) =>
        Assert.Equal(expected, ShortText.Beginning(text, length));

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two\nthree", 9, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one  three", 6, "one…")]
    [InlineData("donaudampfschiff fahrt", 10, "donaudamp…")]
    [InlineData("a donaudampfschiff", 10, "a donauda…")]
    [InlineData("long", 1, "…")]
    public void OfWords_ATextAndALength_CutsBetweenWordsWhereItCan(string text, int longest, string expected) =>
        Assert.Equal(expected, ShortText.OfWords(text, longest));

    [Fact]
    public void Of_AnyLengthAndSign_IsWellFormedAndNoLonger()
    {
        var text = string.Concat(Enumerable.Repeat("a\U0001F600é\U00020000", 10));
        for (var longest = 3; longest < text.Length; longest++)
        {
            var shown = ShortText.Of(text, longest, "...");

            Assert.InRange(shown.Length, longest - 1, longest);
            Assert.Equal(shown, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)));
        }
    }
}
