using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Of a table without headers the first proposal was taken for them, and its words for the questions of all others.</summary>
public sealed class Bug673TablesWithoutHeaders
{
    [Fact]
    public void Read_ATableThatBeginsWithANumberedRow_KeepsItAsAProposal()
    {
        var reading = Read.File(
            "a.csv", "9,Reeds for the pond,We plant reeds.\n12,Sails,The mill has none.\n31,Rope,Ours is old.\n");

        Assert.Equal(3, reading.Records.Count);
        Assert.Equal("Reeds for the pond", reading.Records[0].Value("column 2"));
        var warning = Assert.Single(reading.Warnings);
        Assert.Contains("seems to have no headers", warning.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019,2020,2021\n5,7,9\n6,8,10\n4,4,4\n")]
    [InlineData("name,1,2,3\nPond,4,5,6\nMill,7,8,9\nWell,1,2,3\n")]
    [InlineData("0,1,2\nPond,Reeds,no\nMill,Sails,no\nWell,Rope,yes\n")]
    [InlineData("1,title,need\n1,Pond,Reeds\n2,Mill,Sails\n3,Well,Rope\n")]
    [InlineData("2019,title,need\n12,Pond,Reeds\n13,Mill,Sails\n14,Well,Rope\n")]
    public void Read_HeadersThatAreNumbers_AreHeaders(string csv) => Assert.Equal(3, Read.File("a.csv", csv).Records.Count);
}
