using System.Text;
using ProposalSearch.Analysis.Text;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Text;

public sealed class WordEnumeratorTests
{
    // What random texts are made of: each class of UAX #29, on both sides of ASCII, and halves of characters.
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "0", "9", "_", "'", ".", ",", ":", ";", " ", "  ", "\n", "\r\n", "\"", "-", "#", "\0", "é", "Σ", "’", "＇", "０", "·",
        "\u0301", "\u00AD", "\u200D", "\uFE0F", "\u20E3", "א", "״", "٣", "٫", "中", "か", "ア", "ｱ", "한", "ส", "ก", "ក", "\u00A0", "\u3000",
        "‿", "😀", "👩‍🚀", "👍🏽", "🇺", "🇺🇸", "©", "ℹ", "𝒜", "𠀀", "\uD800", "\uDC00", "hello", "the ", "don't", "3.14",
    ];

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n.,;!? -- “” … \0", "")]
    [InlineData("a", "a")]
    [InlineData("don't stop. Stop!", "don't|stop|Stop")]
    [InlineData("‘quoted’ “it’s”", "quoted|it’s")]
    [InlineData("1,000.50, and 2.", "1,000.50|and|2")]
    [InlineData("_ __ _a_ 1_000", "_a_|1_000")]
    [InlineData("naïve—très", "naïve|très")]
    [InlineData("cafe\u0301's", "cafe\u0301's")]
    [InlineData("ภาษาไทย ลาว", "ภาษาไทย|ลาว")]
    [InlineData("ส\u0E31 \u0E31", "ส\u0E31|\u0E31")]
    [InlineData("中文かなカナ", "中|文|か|な|カナ")]
    [InlineData("😀👩‍🚀 🇺🇸🇫🇷🇺", "😀|👩‍🚀|🇺🇸|🇫🇷")]
    [InlineData("צה\"ל ג'", "צה\"ל|ג'")]
    [InlineData("a\uD800b\uDC00c", "a|b|c")]
    public void MoveNext_Text_FindsItsWords(string text, string words) => Assert.Equal(words, string.Join('|', Words(text)));

    [Fact]
    public void MoveNext_WordsAroundTheBlockOf64_AreWhole()
    {
        for (var before = 0; before < 140; before++)
        {
            for (var length = 1; length < 140; length += 23)
            {
                var text = new string('.', before) + new string('w', length) + ", x";
                Assert.Equal([new string('w', length), "x"], Words(text));
            }
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('ส')]
    public void MoveNext_LongWord_IsCutAt255(char letter)
    {
        Assert.Equal([255], Words(new string(letter, 255)).Select(word => word.Length));
        Assert.Equal([255, 1], Words(new string(letter, 256)).Select(word => word.Length));
        Assert.Equal([255, 255, 90], Words("! " + new string(letter, 600) + " !").Select(word => word.Length));
    }

    [Fact]
    public void MoveNext_LongWord_IsNotCutInsideACharacter()
    {
        Assert.Equal([254, 254, 92], Words(string.Concat(Enumerable.Repeat("𝒜", 300))).Select(word => word.Length));
    }

    [Fact]
    public void MoveNext_ApostropheAtTheCut_PartsTheWord()
    {
        Assert.Equal([254, 1], Words(new string('a', 254) + "'b").Select(word => word.Length));
    }

    [Fact]
    public void MoveNext_AMillionUnitsOfOneSegment_TakesLinearTime()
    {
        var text = "a" + new string('\u0301', 1_000_000) + new string('b', 1_000_000);

        // The marks that the cut leaves without a letter are no word.
        Assert.Equal(1 + ((1_000_000 + 254) / 255), Words(text).Count);
    }

    [Fact]
    public void MoveNext_AfterTheEnd_StaysThere()
    {
        var words = new WordEnumerator("one");
        Assert.True(words.MoveNext());
        Assert.False(words.MoveNext());
        Assert.False(words.MoveNext());
        Assert.Equal((3, 0), (words.Start, words.Length));
    }

    [Fact]
    public void MoveNext_RandomTexts_EqualsTheTwinOnBoundaries()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var count = random.Next(40); count >= 0; count--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            var (expected, found) = (WordsByBoundaries(text.ToString()), Words(text.ToString()));
            Assert.True(
                expected.SequenceEqual(found), $"seed {seed}: {string.Join('|', found)}, expected {string.Join('|', expected)}");
        }
    }

    private static List<string> Words(string text)
    {
        var found = new List<string>();
        var words = new WordEnumerator(text);
        while (words.MoveNext())
        {
            found.Add(text.Substring(words.Start, words.Length));
        }

        return found;
    }

    // Plain: whole segments, each asked whether it holds a word; runs of scripts without spaces put together again.
    private static List<string> WordsByBoundaries(string text)
    {
        var found = new List<string>();
        for (var (start, end, run) = (0, 0, false); start < text.Length; start = end)
        {
            var spaceless = WordBreakTable.Of(text[start]).HasFlag(WordBreak.SoutheastAsian);
            end = spaceless ? start + 1 : WordBoundaries.Next(text, start);
            while (spaceless && end < text.Length
                && WordBreakTable.Of(text[end]) is WordBreak.Extend or WordBreak.Format or WordBreak.Joiner)
            {
                end++;
            }

            var segment = text[start..end];
            if (spaceless && run)
            {
                found[^1] += segment;
            }
            else if (IsWord(segment, out var junk))
            {
                found.Add(segment[junk..]);
            }

            run = spaceless;
        }

        return found;
    }

    // A joiner ties a pictograph to a space or a full stop before it: the word is the pictograph.
    private static bool IsWord(string segment, out int junk)
    {
        junk = 0;
        var (indicators, first) = (0, 0);
        var opens = (WordBreakTable.Read(segment, ref first) & WordBreak.ClassMask)
            is WordBreak.ExtendNumberLetter or WordBreak.RegionalIndicator;
        for (var place = 0; place < segment.Length;)
        {
            var at = place;
            var flags = WordBreakTable.Read(segment, ref place);
            var kind = flags & WordBreak.ClassMask;
            indicators += kind == WordBreak.RegionalIndicator ? 1 : 0;
            if (flags.HasFlag(WordBreak.Word) && (kind != WordBreak.Extend || at == 0))
            {
                junk = opens ? 0 : at;
                return true;
            }
        }

        return indicators == 2;
    }
}
