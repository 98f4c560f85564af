using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Numbers that only TOML writes so stayed as they were typed, so that <c>1_000</c> was no number.</summary>
public sealed class Bug442NumbersOfToml
{
    [Theory]
    [InlineData("12_500", "12500")]
    [InlineData("-1_000", "-1000")]
    [InlineData("2_400.50", "2400.50")]
    [InlineData("0x1F", "31")]
    [InlineData("0b1_01", "5")]
    [InlineData("0o17", "15")]
    [InlineData("2019", "2019")]
    [InlineData("'12_500'", "12_500")]
    [InlineData("2019-03-14", "2019-03-14")]
    public void Read_ANumber_IsAsEverybodyWritesIt(string typed, string read)
    {
        var record = Read.File("a.md", $"+++\ntitle = 'Mill'\namount = {typed}\n+++\nWe turn sails.\n").Only();

        Assert.Equal(read, Read.Show(record.Fields.Entries[1].Value));
    }
}
