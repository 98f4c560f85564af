using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>One emoji that a length limit had cut in half refused a whole file.</summary>
public sealed class Bug174HalfAnEmoji
{
    [Theory]
    [InlineData(@"Come \ud83d", "Come \uFFFD")]
    [InlineData(@"\udca1 come", "\uFFFD come")]
    [InlineData(@"a\ud83d\u0041b", "a\uFFFDAb")]
    [InlineData(@"\ud83d\ud83d\udca1", "\uFFFD\U0001F4A1")]
    [InlineData(@"\\ud83d \ud83d", "\\ud83d \uFFFD")]
    public void ReadJson_HalfACharacter_IsReplacedWithAWarning(string escaped, string text)
    {
        var mill = $"{{\"title\": \"Mill\",\n\"need\": \"{escaped}\"}}";
        var reading = Read.File("a.json", $"[{{\"title\": \"Pond\"}},\n{mill},\n{{\"title\": \"Well\"}}]");

        Assert.Empty(reading.Failed);
        Assert.Equal(["Pond", "Mill", "Well"], reading.Records.Select(static record => record.Value("title")));
        Assert.Equal(text, reading.Records[1].Value("need"));
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(3, warning.Line);
        Assert.Contains("half a character", warning.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadJson_AKeyWithHalfACharacter_IsAKey()
        => Assert.Equal("x", Read.File("a.json", "{\"title\": \"A\", \"need \\ud83d\": \"x\"}").Only().Value("need \uFFFD"));

    [Fact]
    public void ReadJson_WholeCharacters_AreNoWarning()
    {
        var reading = Read.File("a.json", "{\"title\": \"\\ud83d\\udca1 \\\\ud83d\"}");

        Assert.Equal("\U0001F4A1 \\ud83d", reading.Only().Value("title"));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void ReadYaml_HalfACharacter_IsReplacedWithAWarning()
    {
        var reading = Read.File("a.yml", "title: Mill\nneed: \"Come \\ud83d\"\n");

        Assert.Equal("Come \uFFFD", reading.Only().Value("need"));
        Assert.Equal(2, Assert.Single(reading.Warnings).Line);
    }
}
