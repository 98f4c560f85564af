using System.Text;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class SourceEncodingTests
{
    private const string Text = "---\ntitle: Señor “Q” 💡\n---\n";

    [Fact]
    public void Decode_EveryEncodingWithAMark_IsTheSameText()
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32,
        ];

        foreach (var encoding in encodings)
        {
            var record = Read.File("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).Only();
            Assert.Equal("Señor “Q” 💡", record.Value("title"));
        }
    }

    [Fact]
    public void Decode_DamagedUtf8_IsReplacedWithAWarningThatNamesTheLine()
    {
        var reading = Read.File("a.md", [.. "---\ntitle: Señor\nname: caf"u8, 0xE9, .. "\n---\n"u8]);

        Assert.Equal(("Señor", "caf\uFFFD"), (reading.Only().Value("title"), reading.Only().Value("name")));
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("a.md", 3), (warning.Path, warning.Line));
        Assert.Contains("UTF-8", warning.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Latin1_IsReadAsSuchWithAWarningThatNamesFileAndLine()
    {
        var reading = Read.File(
            "a.md", [.. "---\ntitle: A\nname: Se"u8, 0xF1, .. "or caf"u8, 0xE9, .. " "u8, 0x93, .. "q"u8, 0x94, .. "\n---\n"u8]);

        Assert.Equal("Señor café “q”", reading.Only().Value("name"));
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("a.md", 3), (warning.Path, warning.Line));
        Assert.Contains("Latin-1", warning.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decode_Utf16WithoutAMark_IsReadAsSuchWithAWarning(bool bigEndian)
    {
        var reading = Read.File("a.md", new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes(Text));

        Assert.Equal("Señor “Q” 💡", reading.Only().Value("title"));
        Assert.Contains("UTF-16", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_HalfACharacterOfUtf16_IsReplacedWithAWarning()
    {
        var reading = Read.File(
            "a.md", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("---\ntitle: A"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes("b\n---\n")]);

        Assert.Equal("A\uFFFDb", reading.Only().Value("title"));
        Assert.Equal(2, Assert.Single(reading.Warnings).Line);
    }

    [Fact]
    public void Decode_AReplacementCharacterThatTheFileHas_IsNoFault()
        => Assert.Empty(Read.File("a.md", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("---\ntitle: A\uFFFD\n---\n")]).Warnings);

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.csv")]
    [InlineData("a.json")]
    public void Decode_ABinaryFile_IsRefused(string name)
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        bytes[0] = 0x7F;
        var fault = Assert.Single(Read.File(name, bytes).Failed);

        Assert.Contains("binary", fault.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Nul_BecomesASpaceWithAWarning()
    {
        var reading = Read.File("a.md", "---\ntitle: A\0B\n---\n");

        Assert.Equal("A B", reading.Only().Value("title"));
        Assert.Equal(2, Assert.Single(reading.Warnings).Line);
    }
}
