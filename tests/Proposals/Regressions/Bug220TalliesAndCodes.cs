using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Tallies were numbers that people refer by; postal codes were numbers, and lost their zeros; 0 and 1 were numbers.</summary>
public sealed class Bug220TalliesAndCodes
{
    [Theory]
    [InlineData("nb_soutiens", "facet nb_soutiens of numbers")]
    [InlineData("hits", "facet hits of numbers")]
    [InlineData("codepost", "facet codepost")]
    [InlineData("cp", "facet cp")]
    [InlineData("isClub", "facet is_club")]
    [InlineData("number", "answer")]
    [InlineData("grid", "facet grid")]
    public void Decide_NumbersByTheirShape(string key, string role)
    {
        using var archive = new TemporaryArchive().Write(
            "ideas.csv",
            "title,nb_soutiens,hits,codepost,cp,isClub,number,grid\n" + string.Concat(Enumerable.Range(0, 40).Select(Row)));

        Assert.Equal(role, archive.Run().Report.InferredRoles.Single(found => found.Key == key).Role);
    }

    private static string Row(int at)
    {
        var (tallies, codes) = ($"{at * at * 7},{at * 131 % 1009}", $"0{1067 + (at % 3)},{75001 + (at % 4)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Kite {at} of town,{tallies},{codes},{(at % 9 == 0 ? 1 : 0)},{4000 + at},{48213 + (7 * (at % 5))}\n");
    }

    [Fact]
    public void Map_ACodeThatBeginsWithAZero_KeepsIt()
    {
        using var archive = new TemporaryArchive().Write(
            "ideas.csv",
            "title,zip\n" + string.Concat(Enumerable.Range(0, 12).Select(static at => $"Kite {at} of town,0{2108 + (at % 2)}\n")));

        Assert.Equal(["02108"], archive.Run().Index.Added[0].Facets["zip"]);
    }
}
