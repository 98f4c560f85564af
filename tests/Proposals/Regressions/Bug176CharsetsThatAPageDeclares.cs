using System.Text;
using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The charset that a page declares was not believed: a page in Russian was read as Latin-1.</summary>
public sealed class Bug176CharsetsThatAPageDeclares
{
    [Theory]
    [InlineData("windows-1251", "<meta charset=\"windows-1251\">", "Пруд и мельница")]
    [InlineData("koi8-r", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=KOI8-R'>", "Пруд и мельница")]
    [InlineData("iso-8859-2", "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\n", "Żółta łódź")]
    [InlineData("shift_jis", "<meta charset=shift_jis>", "公園の池")]
    [InlineData("euc-jp", "<meta charset='euc-jp' />", "公園の池")]
    [InlineData("gb18030", "<meta charset=gb2312>", "公园的池塘")]
    [InlineData("windows-1252", "<meta charset=iso-8859-1>", "Señor’s café")]
    [InlineData("iso-2022-jp", "<meta charset=iso-2022-jp>", "公園の池")]
    public void Read_ADeclaredCharset_IsBelieved(string charset, string declaration, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes($"{declaration}<p>{text}</p>");
        var reading = Read.File("a.html", bytes);

        Assert.Contains(text, reading.Only().Body!.Text, StringComparison.Ordinal);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Read_Utf8ThatDeclaresAnother_IsUtf8()
        => Assert.Contains(
            "Żółta", Read.File("a.html", "<meta charset=windows-1251><p>Żółta</p>").Only().Body!.Text, StringComparison.Ordinal);

    [Fact]
    public void Read_ACharsetThatDoesNotExist_IsAWarning()
    {
        var reading = Read.File("a.html", Encoding.Latin1.GetBytes("<meta charset=x-no-such><p>café</p>"));

        Assert.Contains("café", reading.Only().Body!.Text, StringComparison.Ordinal);
        Assert.Single(reading.Warnings);
    }
}
