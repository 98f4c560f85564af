using System.Text;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class SourceEncodingTests
{
    private const string Text = "---\ntitle: Señor “Q” 💡\n---\n";

    [Fact]
    public void Decode_EveryEncodingWithAMark_IsTheSameText()
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

        foreach (var encoding in encodings)
        {
            var record = Read.File("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).Only();
            Assert.Equal("Señor “Q” 💡", record.Value("title"));
        }
    }

    [Fact]
    public void Decode_BytesThatAreNoUtf8_AreReplacedWithAWarningThatNamesTheLine()
    {
        var reading = Read.File("a.md", [.. "---\ntitle: A\nname: caf"u8, 0xE9, .. "\n---\n"u8]);

        Assert.Equal("caf\uFFFD", reading.Only().Value("name"));
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(3, warning.Line);
        Assert.Contains("UTF-8", warning.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Nul_BecomesASpaceWithAWarning()
    {
        var reading = Read.File("a.md", "---\ntitle: A\0B\n---\n");

        Assert.Equal("A B", reading.Only().Value("title"));
        Assert.Equal(2, Assert.Single(reading.Warnings).Line);
    }
}
