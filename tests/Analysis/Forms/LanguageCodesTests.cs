using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

public sealed class LanguageCodesTests
{
    private static readonly ILanguage[] Known = [BuiltInLanguages.English, BuiltInLanguages.None];

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("en_GB", "en")]
    [InlineData("en-Latn-GB", "en")]
    [InlineData("und", "und")]
    [InlineData("eng", null)]
    [InlineData("e", null)]
    [InlineData("-", null)]
    [InlineData("-en", null)]
    [InlineData("", null)]
    public void Find_ACode_IsItsLanguageOrNone(string code, string? found) => Assert.Equal(found, LanguageCodes.Find(code, Known)?.Code);
}
