using System.Text;
using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// UTF-8 that a program had taken for Windows-1252 and written again was shown and searched as it stood: <c>Oâ€™Brien</c>.
/// </summary>
public sealed class Bug175TextThatWasEncodedTwice
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("O’Brien’s café – “quoted” … €5")]
    [InlineData("Señor Núñez, Müller & Söhne, 25 °C")]
    [InlineData("Привет, мир")]
    [InlineData("東京の公園")]
    [InlineData("Łódź, żółw")]
    public void Read_TextTakenForAnotherEncoding_IsPutRight(string text)
    {
        foreach (var wrong in new[] { Windows1252, Encoding.Latin1 })
        {
            var reading = Read.File("a.csv", $"title,need\nPlain,Words\nHarm’s café,\"{Twice(text + " naïve", wrong)}\"\n");

            Assert.Equal(text + " naïve", reading.Records[1].Value("need"));
            Assert.Equal("Harm’s café", reading.Records[1].Value("title"));
            Assert.Contains("encoded twice", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_EscapesOfJson_ArePutRightToo()
        => Assert.Equal("O’Brien", Read.File("a.json", "{\"title\": \"O\\u00e2\\u0080\\u0099Brien\"}").Only().Value("title"));

    [Fact]
    public void Read_ABodyAndKeys_ArePutRightToo()
    {
        var record = Read.File("a.md", Twice("---\ntitle: Café\nWhat’s it for: Tea\n---\nIt’s for naïve drinkers.\n", Windows1252)).Only();

        Assert.Equal("Tea", record.Value("What’s it for"));
        Assert.Equal("It’s for naïve drinkers.\n", record.Body!.Text);
    }

    [Theory]
    [InlineData("“IRMÃ”, disse")]
    [InlineData("C’est l’été\u00A0»")]
    [InlineData("voilà\u00A0» et LIBERTÉ\u00A0»")]
    [InlineData("«mamá»…")]
    [InlineData("São João, ÇÃO, ÑÑ, Ã")]
    [InlineData("Å“Ä”Ö")]
    public void Read_WordsThatAreMeant_Stay(string text)
    {
        var reading = Read.File("a.csv", $"title,need\nPlain,Words\nA,\"{text}\"\n");

        Assert.Equal(text, reading.Records[1].Value("need"));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Read_WordsThatAreMeantBesideOthersThatAreNot_Stay()
    {
        var reading = Read.File("a.csv", $"title,need\n{Twice("Harm’s", Windows1252)},\"C’est l’été\u00A0» à LIBERTÉ\u00A0»\"\n");

        Assert.Equal("C’est l’été\u00A0» à LIBERTÉ\u00A0»", reading.Only().Value("need"));
        Assert.Equal("Harm’s", reading.Only().Value("title"));
    }

    /// <summary>What becomes of a text whose bytes are taken for another encoding; bytes that it lacks stay control characters.</summary>
    private static string Twice(string text, Encoding wrong)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(code => code < 0x80 ? ((char)code).ToString() : wrong.GetString([code])));
}
