using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Keys and values at the top in a block quotation were a text.</summary>
public sealed class Bug780KeysInAQuotation
{
    [Theory]
    [InlineData("> Author: Ann Lee  \n> Status: Open  \n> Created: 2020-03-04\n")]
    [InlineData(">Author: Ann Lee\n>Status: Open\n>Created: 2020-03-04\n")]
    public void Read_ABlockQuotationBelowTheTitle_IsKeysAndValues(string quotation)
    {
        var kite = TemporaryArchive.Of("a.md", $"# Kite\n\n{quotation}\n## Plan\n\nWe fly it.\n");

        Assert.Equal(("Kite", 2020, "Ann Lee"), (kite.Title, kite.Year, kite.Organization));
        Assert.DoesNotContain(kite.Answers, static answer => answer.Text.Contains("Author", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AQuotation_StaysText()
    {
        var kite = TemporaryArchive.Of("a.md", "# Kite\n\n> The wind is free: take it.\n> Nobody asked us.\n\n## Plan\n\nWe fly it.\n");

        Assert.Contains(kite.Answers, static answer => answer.Text.Contains("take it", StringComparison.Ordinal));
    }
}
