using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Of a table whose column of titles has no known name, the titles were <c>Grants 1</c>, <c>Grants 2</c>.</summary>
public sealed class Bug213TablesWithoutANameForTitles
{
    [Theory]
    [InlineData("Club,Award,Work,Region")]
    [InlineData("Verein,Betrag,Massnahme,Kreis")]
    public void Decide_AColumnOfShortTextsHardlyOneTwice_HasTheTitles(string header)
    {
        string[] clubs = ["Rowing club", "Choir of the port"];
        using var archive = new TemporaryArchive().Write("awards.csv", header + "\n" + string.Concat(Enumerable.Range(0, 20).Select(
            row => string.Create(
                CultureInfo.InvariantCulture,
                $"{clubs[row % 2]},{1000 + (row * 250)},New boat house number {row},{(row % 3 == 0 ? "North" : "South")}\n"))));

        Assert.Equal("New boat house number 0", archive.Run().Index.Added[0].Title);
    }

    [Fact]
    public void Decide_NumbersPlacesAndPeopleAlone_AreCalledAfterWhoProposes()
    {
        using var archive = new TemporaryArchive().Write("list.csv", "Town,Applicant,Cost\n" + string.Concat(Enumerable.Range(0, 12).Select(
            static row => string.Create(CultureInfo.InvariantCulture, $"Old town {row},Ida Voss {row},{row * 10}\n"))));

        Assert.Equal("Ida Voss 0", archive.Run().Index.Added[0].Title);
    }
}
