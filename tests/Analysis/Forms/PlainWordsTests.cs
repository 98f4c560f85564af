using System.Text;
using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Arts & Crafts, Inc.", "Arts|Crafts|Inc")]
    [InlineData("L.A. snake_case end.Begin key:value", "L|A|snake|case|end|Begin|key|value")]
    [InlineData("3.5 and 1,200", "3|5|and|1|200")]
    [InlineData("don't 90's it’s 'quoted' dogs' 1'000", "don't|90's|it’s|quoted|dogs|1'000")]
    [InlineData("a''b '' '", "a|b")]
    [InlineData("社区 花园", "社|区|花|园")]
    [InlineData("カタカナ", "カタカナ")]
    [InlineData("cafe\u0301s", "cafe\u0301s")]
    [InlineData("\U0001D400b \U0001F600 x\uD800y", "\U0001D400b|x|y")]
    [InlineData("- \u0301 _ … \u200B", "")]
    public void Words_KeepingApostrophes_AreTheseAndInOrder(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words(text, true)));

    [Theory]
    [InlineData("a", 254)]
    [InlineData("a", 2000)]
    [InlineData("é", 600)]
    [InlineData("\U0001D400", 400)]
    public void Words_AVeryLongOne_IsOne(string letter, int times)
    {
        var word = string.Concat(Enumerable.Repeat(letter, times));

        Assert.Equal(["x", word, "y"], Words($"x {word} y", true));
    }

    [Theory]
    [InlineData("don't 90's it’s", "don|t|90|s|it|s")]
    [InlineData("a'b'", "a|b")]
    public void Words_PartedByApostrophes_AreThese(string text, string words) => Assert.Equal(words, string.Join('|', Words(text, false)));

    [Theory]
    [InlineData("O’Neill's", "oneills")]
    [InlineData("Ñandú", "nandu")]
    [InlineData("n\u0303andu\u0301", "nandu")]
    [InlineData("STRAßE", "strasse")]
    public void Folded_AWord_HasNoCapitalsAccentsOrApostrophes(string text, string folded)
    {
        var words = new PlainWords(text, keepsApostrophes: true);

        Assert.True(words.MoveNext());
        Assert.Equal(folded, words.Folded);
    }

    [Fact]
    public void Words_OfAnyText_AreLettersAndDigitsInOrderAndAllOfThem()
    {
        var random = new Random(17);
        const string Units = "ab1.'’_:- &\u0301é中カ\uD83D\uDE00\uD835\uDC00ก\u200D";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => Units[random.Next(Units.Length)]));
            foreach (var keeps in (bool[])[true, false])
            {
                var words = string.Concat(Words(text, keeps));

                Assert.Equal(Letters(text), Letters(words));
                Assert.DoesNotContain(words, unit => unit is '.' or '_' or ':' or '-' or ' ' or '&' || (!keeps && (unit is '\'' or '’')));
            }
        }
    }

    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));

    private static List<string> Words(string text, bool keepsApostrophes)
    {
        var found = new List<string>();
        var words = new PlainWords(text, keepsApostrophes);
        for (var end = 0; words.MoveNext(); end = words.Start + words.Word.Length)
        {
            Assert.True(words.Start >= end && words.Word.Length > 0, text);
            found.Add(words.Word.ToString());
        }

        return found;
    }
}
