using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

/// <summary>
/// Every class of text that we found where Lucene 8.7's StandardTokenizer finds other words than we do. None occurs in the archives
/// that we compared. Lucene's rules are of Unicode 9 with emoji of Unicode 12; ours are of Unicode 15.
/// </summary>
public sealed class DifferencesFromLucene
{
    private static readonly TermNormalizer AsLucene = new(new AnalysisOptions { FoldAccents = false, StopWords = false, Stem = false });

    [Theory]
    [InlineData("\u0560", "\u0560", "letters that Unicode got after version 9: Lucene finds no word")]
    [InlineData("\u02C2", "\u02C2", "64 modifier symbols that became letters since: Lucene finds no word")]
    [InlineData("\U0001FB00", "", "legacy computing symbols: pictographs for Lucene only")]
    [InlineData("x\U0001F3FB", "x\U0001F3FB", "a skin tone is a mark now, and belongs to whatever precedes it: two words for Lucene")]
    [InlineData("\u2764\uFE0F\uFE0F", "\u2764\uFE0F\uFE0F", "more than one mark after a pictograph: Lucene keeps the first")]
    [InlineData("x\u200D\U0001F680", "x\u200D\U0001F680", "a pictograph joined to what is none (WB3c): two words for Lucene")]
    [InlineData("#\uFE0F\u20E3", "", "keycaps # and *: a word for Lucene; nobody searches for one")]
    [InlineData("\u05D0'1", "\u05D0'|1", "geresh and a digit part (WB7a): one word for Lucene")]
    [InlineData("_\u0E31x", "_\u0E31x", "a Thai vowel sign on an underscore, the mark it is: a word of its own for Lucene")]
    [InlineData("a b\uD83D", "a|b", "half a character at the very end: Lucene loses the words before it")]
    public void Exact_WhereLuceneDiffers_FollowsUnicode15(string text, string words, string reason)
    {
        Assert.True(words == string.Join('|', Analyzer.Exact(text, AsLucene).Select(token => token.Term)), reason);
    }
}
