using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>One key alone had a role: proposals of a form that had called it otherwise lost title, year and organization.</summary>
public sealed class Bug224KeysOfSeveralForms
{
    [Fact]
    public void Map_KeysThatMeanOneThing_EachStandInWhereTheOthersHaveNoValue()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 12; at++)
        {
            archive.Write($"new/{at:00}.yml", $"title: New kite {at}\nauthors: Ida Voss {at}\ncreated: 2021-03-1{at % 9}\n");
            archive.Write(
                $"old/{at:00}.yml", $"Talk Title: Old kite {at}\nPresenter: Jo Wu {at}\nDate submitted: 12/0{1 + (at % 9)}/2016\n");
        }

        var added = archive.Run().Index.Added;
        var old = added.Single(static proposal => proposal.Id == "old/03");
        Assert.Equal(("Old kite 3", "Jo Wu 3", 2016), (old.Title, old.Organization, old.Year));
        Assert.Equal(["Jo Wu 3"], old.Facets["presenter"]);
        Assert.Equal("New kite 3", added.Single(static proposal => proposal.Id == "new/03").Title);
    }

    [Fact]
    public void Map_AKeyThatLosesItsRole_IsStillAnAnswerAndAFacet()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 12; at++)
        {
            archive.Write($"{at:00}.yml", $"title: Kite {at}\nauthor: Ida Voss {at}\n"
                + (at < 10 ? $"institution: {(at % 2 == 0 ? "School of Wind" : "Rope Academy")}\n" : ""));
        }

        var first = archive.Run().Index.Added[0];
        Assert.Equal(["School of Wind"], first.Facets["institution"]);
        Assert.Contains(first.Answers, static answer => answer.Text == "School of Wind");
        Assert.Equal("Ida Voss 0", first.Organization);
    }
}
