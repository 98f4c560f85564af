using System.Globalization;
using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>An empty column without a header was warned of; headers of columns that few rows fill were searched as headings.</summary>
public sealed class Bug683ColumnsThatAreEmpty
{
    [Fact]
    public void Read_AnEmptyColumnWithoutAHeader_NeedsNoWord()
        => Assert.Empty(Read.File("a.csv", ",title,need,\n,Pond,Reeds,\n,Mill,Sails,\n").Warnings);

    [Fact]
    public void Read_AColumnWithoutAHeaderThatHasTexts_IsWarnedOf()
        => Assert.Single(Read.File("a.csv", ",title,need\n,Pond,Reeds\nx,Mill,Sails\n").Warnings);

    [Fact]
    public void Run_AColumnThatOneRowFills_IsNoHeading()
    {
        var rows = Enumerable.Range(1, 80).Select(static at => string.Create(
            CultureInfo.InvariantCulture, $"Kiln {at},{(at == 7 ? "York" : "")}\n"));
        using var archive = new TemporaryArchive().Write("a.csv", "title,Beneficiary Location\n" + string.Concat(rows));

        var kiln = archive.Run().Index.Added.Single(static one => one.Title == "Kiln 7");

        Assert.Equal(["Beneficiary Location"], kiln.Answers.Select(static answer => answer.Question));
    }
}
