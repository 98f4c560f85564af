using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Sums of money without a currency, of which hardly one came twice, were taken for codes and not searched.</summary>
public sealed class Bug443AmountsThatLookLikeCodes
{
    [Fact]
    public void Amounts_OfThreeRows_AreAnswers()
    {
        using var archive = new TemporaryArchive().Write(
            "a.csv", "Title,Amount Recommended\nIce and fire,\"10,000.00\"\nTide charts,0.00\nSecond ice,\"8,000.00\"\n");

        var added = archive.Run().Index.Added;

        Assert.Equal(
            ["10,000.00", "0.00", "8,000.00"], added.SelectMany(static one => one.Answers).Select(static answer => answer.Text));
    }

    [Fact]
    public void Amounts_WithApostrophes_AreAFacetOfNumbers()
    {
        var rows = Enumerable.Range(1, 12).Select(static at => $"Turm {at} in Stein;{at}'250\n");
        using var archive = new TemporaryArchive().Write("a.csv", "Titel;Betrag CHF\n" + string.Concat(rows));

        var index = archive.Run().Index;

        Assert.Contains(index.Committed!.Facets, static facet => facet.Label == "Betrag CHF");
    }
}
