using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// The character that the headers have most of was taken for the separator, so that commas in the words of a header made one field of
/// each row; and no word was said of rows with fewer fields than headers.
/// </summary>
public sealed class Bug170SeparatorsThatHeadersHaveToo
{
    [Theory]
    [InlineData("Name (first, last, or both);Year (as 2019, no more);Need\nPond;2019;Reeds\nMill;2020;Sails\n")]
    [InlineData("Name, in full\tYear, of the call\tNeed, plan, goal\nPond\t2019\tReeds\nMill\t2020\tSails\n")]
    [InlineData("Name; first; last,Year; four; digits,Need\nPond,2019,Reeds\nMill,2020,Sails\n")]
    [InlineData("Name|Year, when|Need, why, what for\nPond|2019|\"Reeds, and \"\"more\"\"\"\nMill|2020|Sails\n")]
    public void Read_HeadersWithOtherSeparators_AreSplitAsTheRowsAre(string csv)
    {
        var reading = Read.File("a.csv", csv);

        Assert.Empty(reading.Warnings);
        Assert.Equal([3, 3], reading.Records.Select(static record => record.Fields.Entries.Count));
        Assert.Equal(["2019", "2020"], reading.Records.Select(static record => Read.Show(record.Fields.Entries[1].Value)));
    }

    [Fact]
    public void Read_RowsThatAreTooShort_AreToldOnceWithTheFirstLine()
    {
        var reading = Read.File("a.csv", "name,year,need\nPond;2019;Reeds\nMill,2020,Sails\nWell;2021;Rope\nQuay,2022,Stone\n");

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(2, warning.Line);
        Assert.Contains("2 rows have fewer fields", warning.Cause, StringComparison.Ordinal);
        Assert.False(warning.LeavesOut);
    }

    [Fact]
    public void Read_OneColumnWithCommasInItsTexts_IsOneColumnWhereNothingSplitsTheRowsAlike()
        => Assert.Equal(
            "{3:Name=Mill ; 3:Need=Sails, ropes, and a wheel; soon}",
            Read.Show(Read.File("a.csv", "Name\tNeed\nPond\tReeds\nMill\tSails, ropes, and a wheel; soon\n").Records[1].Fields));
}
