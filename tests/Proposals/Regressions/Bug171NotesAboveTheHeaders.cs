using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Notes that a program wrote above the headers of a table were taken for the headers, and the headers for a proposal.</summary>
public sealed class Bug171NotesAboveTheHeaders
{
    [Theory]
    [InlineData("Grants of the board,,,\nPrinted in May,,,\n,,,\nName,Year,Area,Need\nPond,2019,East,Reeds\nMill,2020,West,Sails\n", 4)]
    [InlineData("# written by the portal\nName,Year,Area,Need\nPond,2019,East,Reeds\nMill,2020,West,Sails\n", 2)]
    [InlineData("# from the portal, 2021\n# all rows\nName,Year,Area,Need\nPond,2019,East,Reeds\nMill,2020,West,Sails\n", 3)]
    [InlineData("\"About: all grants.\nCounted once.\",,,\nName,Year,Area,Need\nPond,2019,East,Reeds\nMill,2020,West,Sails\n", 3)]
    [InlineData("Grants\t\t\t\nName\tYear\tArea\tNeed\nPond\t2019\tEast\tReeds\nMill\t2020\tWest\tSails\n", 2)]
    [InlineData("All grants of the board\n\nName;Year;Area;Need\nPond;2019;East;Reeds\nMill;2020;West;Sails\n", 3)]
    public void Read_Notes_AreLeftOutWithAWarning(string csv, int line)
    {
        var reading = Read.File("a.csv", csv);

        Assert.Equal(["Pond", "Mill"], reading.Records.Select(static record => record.Value("Name")));
        Assert.Equal(["Reeds", "Sails"], reading.Records.Select(static record => record.Value("Need")));
        Assert.Equal([1, 2], reading.Records.Select(static record => record.Number));
        var warning = Assert.Single(reading.Warnings);
        Assert.True(warning.LeavesOut);
        Assert.Contains($"line {line}", warning.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title,year\nA\nB,2015,more\nC,2016,more\nD,2017,more\nE,2018,more\n", "title")]
    [InlineData("title\nA\nB\n", "title")]
    [InlineData("#,Name,Need\n1,Pond,Reeds\n2,Mill,Sails\n", "#")]
    [InlineData("# of people,Name,Need\n4,Pond,Reeds\n9,Mill,Sails\n", "# of people")]
    [InlineData("Name,2019,2020,2021\nPond,4,5,6\nMill,7,8,9\n", "Name")]
    [InlineData("Name,,,,\nPond,4,5,6,7\nMill,7,8,9,8\n", "Name")]
    public void Read_HeadersInTheFirstRow_StayHeaders(string csv, string first)
        => Assert.Equal(first, Read.File("a.csv", csv).Records[0].Fields.Entries[0].Key);
}
