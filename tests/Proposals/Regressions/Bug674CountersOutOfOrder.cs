using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Rows that were sorted after programs had numbered them had their numbers as a facet, "column 1".</summary>
public sealed class Bug674CountersOutOfOrder
{
    [Theory]
    [InlineData(",name,need\n3,Pond,Reeds\n0,Mill,Sails\n2,Well,Rope\n1,Kiln,Clay\n")]
    [InlineData("Unnamed: 0,name,need\n2,Pond,Reeds\n1,Mill,Sails\n3,Well,Rope\n")]
    public void Read_ANamelessColumnThatHasEachNumberOnce_IsLeftOut(string csv)
    {
        var reading = Read.File("a.csv", csv);

        Assert.All(reading.Records, static record => Assert.Equal(2, record.Fields.Entries.Count));
        Assert.Contains("only counts the rows", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",name,need\n1,Pond,Reeds\n1,Mill,Sails\n2,Well,Rope\n")]
    [InlineData(",name,need\n4,Pond,Reeds\n0,Mill,Sails\n2,Well,Rope\n")]
    public void Read_NumbersThatAreNoCount_AreKept(string csv)
        => Assert.All(Read.File("a.csv", csv).Records, static record => Assert.Equal(3, record.Fields.Entries.Count));
}
