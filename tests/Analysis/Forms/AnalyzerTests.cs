using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

public sealed class AnalyzerTests
{
    private static readonly TermNormalizer Default = new(AnalysisOptions.Default);

    // Text, its exact forms, its stemmed forms with a dot for each stop word.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("  ... -- !", "", "")]
    [InlineData("College Success", "college success", "colleg success")]
    [InlineData("The colleges of Los Angeles", "the colleges of los angeles", ". colleg . lo angel")]
    [InlineData("children's children’s CHILDREN＇S", "children children children", "children children children")]
    [InlineData("it's O'Neill's don’t", "it o'neill don't", ". o'neil don't")]
    [InlineData("Café RÉSUMÉ naïve Ångström", "cafe resume naive angstrom", "cafe resum naiv angstrom")]
    [InlineData("ﬁnancial Straße Ærø Łódź", "financial strasse aero lodz", "financi strass aero lodz")]
    [InlineData("ＬＡ２０５０ İstanbul ΟΔΥΣΣΕΥΣ", "la2050 istanbul οδυσσευσ", "la2050 istanbul οδυσσευσ")]
    [InlineData("3.5 1,000 e.g. Wi-Fi a_b", "3.5 1,000 e.g wi fi a_b", "3.5 1,000 e.g wi fi a_b")]
    [InlineData("co\u00ADoperate zero\u200Dwidth", "cooperate zerowidth", "cooper zerowidth")]
    [InlineData("中文 ひらがな カタカナ", "中 文 ひ ら か\u3099 な カタカナ", "中 文 ひ ら か\u3099 な カタカナ")]
    [InlineData("สวัสดีครับ שָׁלוֹם مُحَمَّد", "สวัสดีครับ שלום محمد", "สวัสดีครับ שלום محمد")]
    [InlineData("❤️ 👩‍🚀 🇺🇸 👍🏽", "❤ 👩🚀 🇺🇸 👍🏽", "❤ 👩🚀 🇺🇸 👍🏽")]
    public void Tokens_OfText_AreItsForms(string text, string exact, string stemmed)
    {
        Assert.Equal(exact, string.Join(' ', Analyzer.Exact(text, Default).Select(token => token.Term)));
        Assert.Equal(stemmed, string.Join(' ', WithHoles(Analyzer.Stemmed(text, Default), Analyzer.Exact(text, Default).Count)));
    }

    [Fact]
    public void Tokens_BothForms_ShareThePositionsAndOffsets()
    {
        const string text = "The city's plan, in short: “jobs”";

        Assert.Equal(
            [
                new("the", 0, 0, 3), new("city", 1, 4, 10), new("plan", 2, 11, 15), new("in", 3, 17, 19), new("short", 4, 20, 25),
                new("jobs", 5, 28, 32),
            ],
            Analyzer.Exact(text, Default));
        Assert.Equal(
            [new("citi", 1, 4, 10), new("plan", 2, 11, 15), new("short", 4, 20, 25), new("job", 5, 28, 32)],
            Analyzer.Stemmed(text, Default));
    }

    private static IEnumerable<string> WithHoles(List<Token> tokens, int count)
    {
        var byPosition = tokens.ToDictionary(token => token.Position, token => token.Term);
        return Enumerable.Range(0, count).Select(position => byPosition.GetValueOrDefault(position, "."));
    }
}
