using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The name of a team and, in languages of which it is the word, the beneficiary of a grant were no organization.</summary>
public sealed class Bug768TeamsAndBeneficiaries
{
    [Theory]
    [InlineData("Team Name")]
    [InlineData("Beneficiario")]
    [InlineData("Nom du bénéficiaire")]
    [InlineData("Startup")]
    public void Decide_WhoProposes_IsTheOrganization(string key)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 9; at++)
        {
            var club = at % 3 == 0 ? "Blue Kite Club" : "North Wind Friends";
            archive.Write($"{at}.yml", $"title: Kite {at}\n{key}: {club}\nplan: We fly kite {at}.\n");
        }

        Assert.Equal("Blue Kite Club", archive.Run().Index.Added.Single(static kite => kite.Id == "0").Organization);
    }

    [Fact]
    public void Decide_HowManyBenefit_IsNoOrganization()
        => Assert.Null(TemporaryArchive.Of("a.yml", "title: Kite\nBeneficiarios: 300 vecinos\nplan: We fly it.\n").Organization);
}
