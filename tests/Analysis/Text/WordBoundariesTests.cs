using Xunit;

namespace ProposalSearch.Analysis.Tests.Text;

public sealed class WordBoundariesTests
{
    // Written for this repository, a line or more for each rule of UAX #29.
    private static readonly string[] Lines =
    [
        "÷ 0061 × 0062 × 0063 ÷ 0020 ÷ 0064 ÷ # letters and a space",
        "÷ 0061 ÷ 000D × 000A ÷ 0062 ÷ # CR LF stay together (WB3)",
        "÷ 000A ÷ 000D ÷ 0085 ÷ # other newlines do not (WB3a, WB3b)",
        "÷ 000A ÷ 0301 ÷ 0061 ÷ # a mark does not join a newline",
        "÷ 0020 × 0020 × 3000 ÷ 00A0 ÷ # spaces join, the no-break space does not (WB3d)",
        "÷ 0020 × 0301 ÷ 0020 ÷ # but not across a mark",
        "÷ 0065 × 0301 × 0061 ÷ # marks belong to their letter (WB4)",
        "÷ 006F × 00AD × 0070 ÷ # so does a soft hyphen",
        "÷ 0069 × 0074 × 2019 × 0073 ÷ # typographic apostrophe (WB6, WB7)",
        "÷ 0069 × 0074 ÷ 2019 ÷ 0020 ÷ # at the end it is none",
        "÷ 0061 × 0027 × 0308 × 0062 ÷ # marks do not count inside either",
        "÷ 0061 ÷ 0027 ÷ 0027 ÷ 0062 ÷ # two quotes break",
        "÷ 0061 × 003A × 0062 ÷ # colon between letters",
        "÷ 0061 ÷ 003A ÷ 0031 ÷ # but not before a digit",
        "÷ 05D0 × 0027 ÷ 0020 ÷ # geresh (WB7a)",
        "÷ 05D0 × 0027 × 05D1 ÷ # geresh inside",
        "÷ 05D0 × 0022 × 05D1 ÷ # gershayim (WB7b, WB7c)",
        "÷ 05D0 ÷ 0022 ÷ 0061 ÷ # not before another script",
        "÷ 0061 ÷ 0022 ÷ 0062 ÷ # nor between Latin letters",
        "÷ 0033 × 002E × 0035 ÷ 002E ÷ # 3.5. (WB8, WB11, WB12)",
        "÷ 0031 × 002C × 0030 × 0030 ÷ 002C ÷ 0061 ÷ # 1,00,a",
        "÷ 0061 × 0031 × 0062 ÷ # letters and digits (WB9, WB10)",
        "÷ 0061 ÷ 002C ÷ 0062 ÷ # a comma parts letters",
        "÷ 0031 ÷ 003A ÷ 0032 ÷ # a colon parts digits",
        "÷ 30A2 × 30FC × 30AB ÷ 3042 ÷ 3044 ÷ # katakana joins (WB13), hiragana does not",
        "÷ 30A2 ÷ 0061 ÷ # katakana and Latin",
        "÷ 005F × 005F × 0061 × 005F × 0031 × 005F ÷ # underscores join (WB13a, WB13b)",
        "÷ 30A2 × 005F × 0061 ÷ # all of them",
        "÷ 4E2D ÷ 6587 ÷ # ideographs stand alone",
        "÷ 1F468 × 200D × 1F680 ÷ # joined pictographs (WB3c)",
        "÷ 0061 × 200D × 1F680 ÷ # even to a letter",
        "÷ 1F44D × 1F3FD ÷ 1F44D ÷ # a skin tone is a mark",
        "÷ 1F1FA × 1F1F8 ÷ 1F1EB × 1F1F7 ÷ 1F1E9 ÷ # flags by twos (WB15, WB16)",
        "÷ 0061 ÷ 1F1FA × 1F1F8 ÷ # flags after a letter",
        "÷ 10330 × 0061 × 1D7D8 ÷ # beyond the basic plane",
        "÷ 0000 ÷ 0000 ÷ # NUL",
    ];

    public static TheoryData<string> OwnLines => new(Lines);

    [Theory]
    [MemberData(nameof(OwnLines))]
    public void Next_OwnLine_FindsItsBoundaries(string line) => Check(line);

    [UnicodeDataFact]
    public void Next_AllOfWordBreakTest_FindsItsBoundaries()
    {
        var lines = File.ReadLines(WordBreakTestFile.Path).Where(line => line.StartsWith('÷')).ToList();

        Assert.True(lines.Count > 1_800, $"only {lines.Count} lines in {WordBreakTestFile.Path}");
        Assert.All(lines, Check);
    }

    [Fact]
    public void Next_LoneSurrogates_StandAlone()
    {
        Assert.Equal([1, 2, 3, 4], WordBreakTestFile.Boundaries("a\uD800b\uDC00"));
    }

    [Fact]
    public void Next_AtOrPastTheEnd_IsTheLength()
    {
        Assert.Equal(0, Analysis.Text.WordBoundaries.Next("", 0));
        Assert.Equal(2, Analysis.Text.WordBoundaries.Next("ab", 2));
        Assert.Equal(2, Analysis.Text.WordBoundaries.Next("ab", 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Analysis.Text.WordBoundaries.Next("ab", -1));
    }

    private static void Check(string line)
    {
        var (text, expected) = WordBreakTestFile.Parse(line)!.Value;
        Assert.True(expected.SequenceEqual(WordBreakTestFile.Boundaries(text)),
            $"{line}\nfound {string.Join(' ', WordBreakTestFile.Boundaries(text))}, expected {string.Join(' ', expected)}");
    }
}
