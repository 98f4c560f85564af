using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Lines of JSON were cut at U+2028, U+2029 and U+0085, which stand in texts that were pasted from word processors.</summary>
public sealed class Bug173LineSeparatorsInJson
{
    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u0085')]
    [InlineData('\u000C')]
    public void ReadLines_ASeparatorInAText_IsPartOfIt(char separator)
    {
        var text = separator == '\u000C' ? "\\f" : separator.ToString();
        var lines = $$"""
            {"title": "Pond"}
            {"title": "Mill", "need": "Sails{{text}}and a wheel"}

            {"title": "Well",
            """;
        var reading = Read.File("a.jsonl", lines);

        Assert.Equal(["Pond", "Mill"], reading.Records.Select(static record => record.Value("title")));
        Assert.Equal($"Sails{separator}and a wheel", reading.Records[1].Value("need"));
        Assert.Equal(4, Assert.Single(reading.Failed).Line);
    }

    [Fact]
    public void Read_AnObjectOnEachLineWithSeparators_IsReadAsLines()
        => Assert.Equal(2, Read.File("a.json", "{\"title\": \"Pond\", \"need\": \"A\u2028B\"}\n{\"title\": \"Mill\"}\n").Records.Count);

    [Fact]
    public void ReadLines_CarriageReturns_EndLines()
    {
        var reading = Read.File("a.jsonl", "{\"title\": \"Pond\"}\r{\"title\": \"Mill\"}\r\n{\"title\"}\r");

        Assert.Equal([1, 2], reading.Records.Select(static record => record.Line));
        Assert.Equal(3, Assert.Single(reading.Failed).Line);
    }
}
