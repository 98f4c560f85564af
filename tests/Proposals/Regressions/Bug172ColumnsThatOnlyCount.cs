using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The numbers of rows, which programs write before a table, were shown and searched as an answer of each proposal.</summary>
public sealed class Bug172ColumnsThatOnlyCount
{
    [Theory]
    [InlineData(",name,need\n0,Pond,Reeds\n1,Mill,Sails\n2,Well,Rope\n")]
    [InlineData(",name,need\n1,Pond,Reeds\n2,Mill,Sails\n3,Well,Rope\n")]
    [InlineData("Unnamed: 0;name;need\n0;Pond;Reeds\n1;Mill;Sails\n2;Well;Rope\n")]
    public void Read_AColumnThatCountsTheRows_IsLeftOut(string csv)
    {
        var reading = Read.File("a.csv", csv);

        Assert.All(reading.Records, static record => Assert.Equal(2, record.Fields.Entries.Count));
        Assert.Contains("only counts the rows", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",name,need\n0,Pond,Reeds\n2,Mill,Sails\n")]
    [InlineData(",name,need\n7,Pond,Reeds\n8,Mill,Sails\n")]
    [InlineData("number,name,need\n1,Pond,Reeds\n2,Mill,Sails\n")]
    [InlineData("name,,need\nPond,1,Reeds\nMill,2,Sails\n")]
    public void Read_NumbersThatSaySomething_AreKept(string csv)
        => Assert.All(Read.File("a.csv", csv).Records, static record => Assert.Equal(3, record.Fields.Entries.Count));
}
