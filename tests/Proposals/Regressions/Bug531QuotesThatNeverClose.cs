using ProposalSearch.Proposals.Sources;
using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>One quote that is never closed cost a whole file of YAML, though front matter was read line by line.</summary>
public sealed class Bug531QuotesThatNeverClose
{
    [Fact]
    public void Read_AMapping_KeepsAllOfItsKeys()
    {
        var reading = Read.File("a.yml", "title: \"Reed beds\nneed: The water is brown.\nnames: [Ann, Bo]\ncost: 12: 3 are paid\n");

        Assert.Equal("{1:title=Reed beds ; 2:need=The water is brown. ; 3:names=[Ann | Bo] ; 4:cost=12: 3 are paid}", Show(reading));
        var warning = Assert.Single(reading.Warnings);
        Assert.NotNull(warning.Line);
        Assert.Contains("line by line", warning.Cause, StringComparison.Ordinal);
        Assert.Contains("quotes", warning.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AListOfMappings_LosesNoItem()
    {
        var reading = Read.File("a.yml", """
            # Grants of the year
            - title: Reed beds
              need: |
                The water
                is brown.
              people:
                - Ann
                - Bo
            - title: 'Night buses
              need: Nobody gets home.
            - title: Kites
            """);

        Assert.Equal(
            "{2:title=Reed beds ; 3:need=The water\nis brown. ; 6:people=[Ann | Bo]}"
                + "{9:title=Night buses ; 10:need=Nobody gets home.}{11:title=Kites}",
            Show(reading));
        Assert.Equal([1, 2, 3], reading.Records.Select(static record => record.Number));
        Assert.Single(reading.Warnings);
    }

    [Theory]
    [InlineData("title: \"Reed beds\npublished: false\nneed: Water.\n", true)]
    [InlineData("title: \"Reed beds\n published: false\nneed: Water.\n", false)]
    public void Read_WhatSaysThatItIsNotPublished_StaysSo(string yaml, bool isRead)
    {
        var reading = Read.File("a.yml", yaml, static (key, value) => key == "published" && value == "false");

        Assert.Equal(isRead ? 1 : 0, reading.Records.Count);
        Assert.All(reading.Records, static record => Assert.Equal("false", record.Value("published")));
    }

    [Theory]
    [InlineData("- just\n- 'words\n")]
    [InlineData("[a, {b\n")]
    [InlineData("title: \"A\n---\ntitle: B\n")]
    public void Read_WhatHasNoKeys_Fails(string yaml) => Assert.Single(Read.File("a.yml", yaml).Failed);

    private static string Show(SourceReading reading)
    {
        Assert.Empty(reading.Failed);
        return string.Concat(reading.Records.Select(static record => Read.Show(record.Fields)));
    }
}
