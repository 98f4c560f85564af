using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

public sealed class TermNormalizerTests
{
    private static readonly TermNormalizer Folding = new(AnalysisOptions.Default);
    private static readonly TermNormalizer Plain = new(new AnalysisOptions { FoldAccents = false });

    [Theory]
    [InlineData("Études", "etudes", "études")]
    [InlineData("ÆGIR", "aegir", "ægir")]
    [InlineData("Łódź", "lodz", "łódź")]
    [InlineData("Đặng", "dang", "đặng")]
    [InlineData("ﬃ", "ffi", "ﬃ")]
    [InlineData("ẞ", "ss", "ß")]
    [InlineData("İ", "i", "i")]
    [InlineData("ı", "i", "ı")]
    [InlineData("O’ahu", "o'ahu", "o’ahu")]
    [InlineData("Oʻahu", "o'ahu", "oʻahu")]
    [InlineData("ＡＢＣ１", "abc1", "ａｂｃ１")]
    [InlineData("𝗕𝗼𝗹𝗱", "bold", "𝗕𝗼𝗹𝗱")]
    [InlineData("٢٠٢٣", "2023", "٢٠٢٣")]
    [InlineData("Йод", "иод", "йод")]
    [InlineData("Ὀδυσσεύς", "οδυσσευσ", "ὀδυσσεύς")]
    [InlineData("हिन्दी", "हिन्दी", "हिन्दी")]
    [InlineData("한국어", "한국어", "한국어")]
    [InlineData("™", "tm", "™")]
    [InlineData("ـ", "ـ", "ـ")]
    [InlineData("it’S", "it", "it")]
    [InlineData("'s", "", "")]
    [InlineData("s", "s", "s")]
    public void Exact_Word_IsFoldedOrOnlyLowerCase(string word, string folded, string lower)
    {
        Assert.Equal(folded, Exact(Folding, word));
        Assert.Equal(lower, Exact(Plain, word));
    }

    [Fact]
    public void Exact_EveryCodePoint_IsNeverEmptyNorTooLongAndStaysAsItIs()
    {
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            var word = codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
            var exact = Exact(Folding, word);
            Assert.True(exact.Length > 0 && exact.Length <= TermNormalizer.MaxExpansion * word.Length, $"U+{codePoint:X4}: '{exact}'");
            Assert.True(exact == Exact(Folding, exact), $"U+{codePoint:X4}: '{exact}', and again '{Exact(Folding, exact)}'");
        }
    }

    [Fact]
    public void Exact_RoomForLess_SaysHowMuchIsNeeded()
    {
        var (plain, folded) = (Refusal("abc", 2), Refusal("aßb", 3));

        Assert.Contains("room for 2", plain, StringComparison.Ordinal);
        Assert.Contains("need 12", folded, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Folding.Stemmed("abc", new char[2]));
    }

    [Fact]
    public void Stemmed_StopWordsAndStems_AreLeftWhereTheOptionsSaySo()
    {
        Assert.Equal("", Stemmed(Folding, "the"));
        Assert.Equal("the", Stemmed(new TermNormalizer(new AnalysisOptions { StopWords = false }), "the"));
        Assert.Equal("colleges", Stemmed(new TermNormalizer(new AnalysisOptions { Stem = false }), "colleges"));
        Assert.Equal("", Stemmed(new TermNormalizer(new AnalysisOptions { Stem = false }), "the"));
    }

    [Fact]
    public void Stemmed_InPlace_EqualsElsewhere()
    {
        var room = "organizations".ToCharArray();
        Assert.Equal("organ", new string(room, 0, Folding.Stemmed(room, room)));
    }

    [Fact]
    public void Stemmed_RandomLetters_NeverGrowsNorVanishes()
    {
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var word = new char[random.Next(1, 12)];
            foreach (ref var letter in word.AsSpan())
            {
                letter = "aeiouyslngtdbzmé1"[random.Next(17)];
            }

            var stem = Stemmed(new TermNormalizer(new AnalysisOptions { StopWords = false }), new string(word));
            Assert.True(stem.Length > 0 && stem.Length <= word.Length, $"seed {seed}: '{new string(word)}' gives '{stem}'");
        }
    }

    private static string Exact(TermNormalizer normalizer, string word)
    {
        Span<char> room = stackalloc char[TermNormalizer.MaxExpansion * word.Length];
        return new string(room[..normalizer.Exact(word, room)]);
    }

    private static string Refusal(string word, int room) =>
        Assert.Throws<ArgumentException>(() => Folding.Exact(word, new char[room])).Message;

    private static string Stemmed(TermNormalizer normalizer, string exact)
    {
        Span<char> room = stackalloc char[exact.Length];
        return new string(room[..normalizer.Stemmed(exact, room)]);
    }
}
