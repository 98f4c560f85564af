using ProposalSearch.Proposals.Mapping;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("one", "one")]
    [InlineData("  one  \r\n two \r\n\r\n\r\n\r\nthree\n", "one\n two\n\nthree")]
    [InlineData("a\u00A0b\u2003c\td", "a b c d")]
    [InlineData("\uFEFFa\u200Bb\u00ADc\u2060", "abc")]
    [InlineData("a\vb\u2028c\rd", "a\nb\nc\nd")]
    [InlineData("a\u0001b\u001B[31m", "a b [31m")]
    [InlineData("two  spaces stay", "two  spaces stay")]
    [InlineData(" \n \n ", "")]
    [InlineData("•\tbullet\n \n •\tmore", "• bullet\n\n • more")]
    [InlineData("👩‍👩‍👧 नमस्‍ते", "👩‍👩‍👧 नमस्‍ते")]
    public void Clean_Text_KeepsEveryWord(string text, string clean) => Assert.Equal(clean, AnswerText.Clean(text));

    [Fact]
    public void Clean_CleanText_IsTheSameInstance()
    {
        const string Text = "one\n\ntwo “three” — 4";

        Assert.Same(Text, AnswerText.Clean(Text));
    }

    [Fact]
    public void Clean_Twice_IsOnce()
    {
        const string Pieces = "ab \n\r\t\u00A0\u200B\v<>&;p/";
        for (var seed = 1; seed <= 3000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var once = AnswerText.Clean(text);
            if (!once.Contains('<', StringComparison.Ordinal) && !once.Contains('&', StringComparison.Ordinal))
            {
                Assert.True(once == AnswerText.Clean(once), $"seed {seed}");
            }
        }
    }
}
