using System.Text;
using System.Text.RegularExpressions;
using ProposalSearch.Testing;
using ProposalSearch.Analysis.Patterns;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Patterns;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "日本", true)]
    [InlineData("?", "😀", true)]
    [InlineData("??", "😀", false)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abcb", false)]
    [InlineData("a*b*c", "aXbXbc", true)]
    [InlineData("a?*", "a", false)]
    [InlineData("*aab", "aaaaab", true)]
    [InlineData("**a**", "xay", true)]
    [InlineData("é?t", "éot", true)]
    public void Matches_Shape_IsAsItReads(string pattern, string term, bool matches) =>
        Assert.Equal(matches, new Wildcard(pattern).Matches(Words.Bytes(term)));

    [Fact]
    public void Matches_RandomShapes_EqualsARegularExpression()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var pattern = new StringBuilder();
            for (var length = random.Next(6); length > 0; length--)
            {
                pattern.Append(random.Next(5) switch { 0 => "*", 1 => "?", _ => Words.Next(random, 2) });
            }

            var shape = new Wildcard(pattern.ToString());
            var twin = Twin(pattern.ToString());
            for (var i = 0; i < 10; i++)
            {
                var term = Words.Next(random, 6);
                Assert.True(twin.IsMatch(term) == shape.Matches(Words.Bytes(term)), $"\"{pattern}\" on \"{term}\", seed {seed}");
            }
        }
    }

    [Fact]
    public void Matches_ManyStarsOnALongTerm_TakesNoTimeToSpeakOf()
    {
        var shape = new Wildcard(string.Concat(Enumerable.Repeat("*a", 500)) + "b");
        var term = Words.Bytes(new string('a', 2000));

        Assert.False(shape.Matches(term));
    }

    private static Regex Twin(string pattern)
    {
        const string One = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";
        var parts = pattern.EnumerateRunes().Select(rune => rune.Value switch
        {
            '*' => $"{One}*",
            '?' => One,
            _ => Regex.Escape(rune.ToString()),
        });
        return new Regex($@"\A(?:{string.Concat(parts)})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
