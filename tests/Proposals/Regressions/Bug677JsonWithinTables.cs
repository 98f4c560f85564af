using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What programs write into a field of a table as JSON was a text: braces and quotes were names of people, and values.</summary>
public sealed class Bug677JsonWithinTables
{
    [Fact]
    public void Run_AMappingInAField_IsReadAsItWouldBeInJson()
    {
        var rows = Enumerable.Range(1, 6).Select(static at =>
            $$"""Kiln {{at}},"{""id"": {{at}}, ""name"": ""Ann Reed {{at}}""}","[""clay"", ""fire""]" """.TrimEnd() + "\n");
        using var archive = new TemporaryArchive().Write("a.csv", "title,creator,tags\n" + string.Concat(rows));

        var kiln = archive.Run().Index.Added[2];

        Assert.Equal("Ann Reed 3", kiln.Organization);
        Assert.Equal(["clay", "fire"], kiln.Facets["tags"]);
    }

    [Theory]
    [InlineData("{not JSON}")]
    [InlineData("[1]")]
    [InlineData("[\"a\" and b")]
    [InlineData("{\"a\": 1} and so on")]
    public void Read_WhatIsNoJson_IsText(string text)
    {
        var reading = Read.File("a.csv", $"title,need\nKiln,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");

        Assert.Equal(text, reading.Only().Value("need"));
        Assert.Empty(reading.Warnings);
    }
}
