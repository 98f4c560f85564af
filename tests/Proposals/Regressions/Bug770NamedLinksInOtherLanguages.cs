using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Lists of links whose keys are not English were texts with addresses in them.</summary>
public sealed class Bug770NamedLinksInOtherLanguages
{
    [Theory]
    [InlineData("titre", "lien")]
    [InlineData("nombre", "enlace")]
    [InlineData("bezeichnung", "url")]
    public void Map_NamesAndAddresses_AreLinks(string name, string address)
    {
        var kite = TemporaryArchive.Of(
            "a.yml",
            $"title: Kite\nmore:\n- {name}: Map\n  {address}: https://x.example.org/m\n"
                + $"- {name}: Film\n  {address}: https://x.example.org/f\nplan: We fly.\n");

        Assert.Equal(
            [("Map", "https://x.example.org/m"), ("Film", "https://x.example.org/f")],
            kite.Links.Select(static link => (link.Label, link.Url)));
    }
}
