using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary><c>N/A</c> was a title, <c>TBD</c> an editor, and a dash a value to filter by.</summary>
public sealed class Bug212PlaceholdersAsValues
{
    [Theory]
    [InlineData("N/A")]
    [InlineData("tba")]
    [InlineData("(none)")]
    [InlineData("N/A (part of another kite)")]
    [InlineData("—")]
    [InlineData("??")]
    [InlineData("not applicable")]
    [InlineData("[Insert your title here]")]
    [InlineData("<name of the project>")]
    public void Map_APlaceholder_IsNoTitleNoOrganizationAndNoYear(string nothing)
    {
        var proposal = TemporaryArchive.Of(
            "kites-for-all.yml", $"title: '{nothing}'\norganization: '{nothing}'\nyear: '{nothing}'\nplan: We fly kites.\n");

        Assert.Equal(("Kites for all", null, null), (proposal.Title, proposal.Organization, proposal.Year));
    }

    [Theory]
    [InlineData("None of the above")]
    [InlineData("Your voice matters")]
    [InlineData("Na na na")]
    public void Map_ATitleThatOnlyBeginsSo_IsOne(string title)
        => Assert.Equal(title, TemporaryArchive.Of("a.yml", $"title: {title}\nplan: We fly kites.\n").Title);

    [Fact]
    public void Decide_PlaceholdersAmongValues_AreNotStated()
    {
        using var archive = new TemporaryArchive();
        string[] states = ["TBD", "open", "-", "closed", "n/a", "open", "None", "closed", "open", "to be determined", "open", "closed"];
        for (var file = 0; file < states.Length; file++)
        {
            archive.Write(
                $"{file:00}.yml",
                $"title: Kite {file}\nstate_of_work: '{states[file]}'\nreplaced_by: '{(file == 3 ? "Kite 9" : "N/A")}'\n");
        }

        var index = archive.Run().Index;
        Assert.Equal(
            ["closed", "open"],
            index.Added.SelectMany(static proposal => proposal.Facets.GetValueOrDefault("state_of_work", [])).Distinct().Order());
        Assert.DoesNotContain(index.Committed!.Facets, static facet => facet.Field == "replaced_by");
    }
}
