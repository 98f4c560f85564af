using ProposalSearch.Proposals.Sources.Tables;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Small and long numbers of a spreadsheet were read with exponents, as nobody sees them there: 1.2E+15.</summary>
public sealed class Bug684NumbersWithExponents
{
    [Theory]
    [InlineData(1234567890123456.0, "1234567890123456")]
    [InlineData(1e18, "1000000000000000000")]
    [InlineData(-0.00000394, "-0.00000394")]
    [InlineData(12.5, "12.5")]
    [InlineData(2019.0, "2019")]
    [InlineData(1e300, "1E+300")]
    public void TextOf_ANumber_IsWrittenOut(double number, string text) => Assert.Equal(text, ExcelSheets.TextOf(number));
}
