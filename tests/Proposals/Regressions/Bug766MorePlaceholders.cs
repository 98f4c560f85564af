using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>"Untitled" was a title, and "unbekannt" an organization and a value to filter by.</summary>
public sealed class Bug766MorePlaceholders
{
    [Theory]
    [InlineData("Untitled")]
    [InlineData("(no title)")]
    [InlineData("Sin título")]
    [InlineData("unbekannt")]
    [InlineData("Non précisé")]
    [InlineData("N/D")]
    public void Map_APlaceholder_IsNoTitleAndNoOrganization(string nothing)
    {
        var proposal = TemporaryArchive.Of("kites-for-all.yml", $"title: '{nothing}'\norganization: '{nothing}'\nplan: We fly kites.\n");

        Assert.Equal(("Kites for all", null), (proposal.Title, proposal.Organization));
    }

    [Theory]
    [InlineData("Unknown waters")]
    [InlineData("The unknown")]
    public void Map_ATitleThatHasSuchAWord_IsOne(string title)
        => Assert.Equal(title, TemporaryArchive.Of("a.yml", $"title: {title}\nplan: We fly kites.\n").Title);

    [Fact]
    public void Decide_PlaceholdersAmongValues_AreNotStated()
    {
        using var archive = new TemporaryArchive();
        string[] areas = ["Norte", "sin especificar", "Sur", "not assigned"];
        for (var at = 0; at < 12; at++)
        {
            archive.Write($"{at}.yml", $"title: Kite {at}\nbarrio: {areas[at % 4]}\nplan: We fly kite {at}.\n");
        }

        Assert.Equal(
            ["Norte", "Sur"],
            archive.Run().Index.Added.SelectMany(static kite => kite.Facets.GetValueOrDefault("barrio", [])).Distinct().Order());
    }
}
