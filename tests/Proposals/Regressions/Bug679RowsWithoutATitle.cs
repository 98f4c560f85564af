using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Rows of a table without titles were called after the file and their number, also where they say who proposes.</summary>
public sealed class Bug679RowsWithoutATitle
{
    [Fact]
    public void Run_ARowThatSaysWhoProposesAlone_IsCalledSo()
    {
        using var archive = new TemporaryArchive().Write(
            "grants.csv", "Recipient,Amount,Year\nMill Trust,1200,2019\nPond Friends,900,2020\nMill Trust,300,2021\n,5,2021\n");

        var titles = archive.Run().Index.Added.OrderBy(static one => one.Id, StringComparer.Ordinal).Select(static one => one.Title);

        Assert.Equal(["Mill Trust", "Pond Friends", "Mill Trust", "Grants 4"], titles);
    }
}
