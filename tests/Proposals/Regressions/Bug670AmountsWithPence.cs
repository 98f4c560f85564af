using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Amounts below a thousand with pence, such as 263.55, were no numbers: each was warned of and had no range, and a column of them was no
/// facet at all.
/// </summary>
public sealed class Bug670AmountsWithPence
{
    [Fact]
    public void Run_AFewAmountsWithPence_AreCountedWithoutAWarning()
    {
        var rows = Enumerable.Range(1, 20).Select(static at => $"Kiln {at},{(at % 7 == 0 ? $"{at}1.37" : $"{at}00")}\n");
        using var archive = new TemporaryArchive().Write("a.csv", "Title,Amount awarded\n" + string.Concat(rows));

        var (report, index) = archive.Run();

        Assert.Empty(report.Warnings);
        var kiln = index.Added.Single(static one => one.Title == "Kiln 7");
        Assert.Equal(["71"], kiln.Facets["amount_awarded"]);
    }

    [Fact]
    public void Run_AColumnOfAmountsWithDecimals_IsAFacetOfNumbers()
    {
        var rows = Enumerable.Range(1, 20).Select(static at => $"Kiln {at},{at}.{at}25\n");
        using var archive = new TemporaryArchive().Write("a.csv", "Title,Match amount\n" + string.Concat(rows));

        var index = archive.Run().Index;

        Assert.Contains(index.Committed!.Facets, static facet => facet is { Field: "match_amount", Type: FacetType.Number });
    }

    [Fact]
    public void Run_DecimalsThatAreNoMoney_AreNotRounded()
    {
        var rows = Enumerable.Range(1, 20).Select(static at => $"Kiln {at},{at}.5\n");
        using var archive = new TemporaryArchive().Write("a.csv", "Title,Grade\n" + string.Concat(rows));

        var index = archive.Run().Index;

        Assert.DoesNotContain(index.Committed!.Facets, static facet => facet.Type == FacetType.Number);
    }
}
