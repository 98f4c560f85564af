using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Each row with more fields than there are headers had a warning of its own: a hundred of one export.</summary>
public sealed class Bug672RowsThatAreTooLong
{
    [Fact]
    public void Read_SeveralRowsThatAreTooLong_AreOneWarning()
    {
        var reading = Read.File("a.csv", "title,need\nPond,Reeds\nMill,Sails,wind,oak\nWell,Rope\nKiln,Clay,fire\n");

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(3, warning.Line);
        Assert.Contains("2 rows have more fields than the 2 headers", warning.Cause, StringComparison.Ordinal);
        Assert.Equal("fire", reading.Records[3].Value("column 3"));
        Assert.Equal("oak", reading.Records[1].Value("column 4"));
    }
}
