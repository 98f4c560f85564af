using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Addresses of pictures under Spanish, Italian or Dutch names were links.</summary>
public sealed class Bug769PicturesInOtherLanguages
{
    [Theory]
    [InlineData("Imagen del proyecto")]
    [InlineData("fotografía")]
    [InlineData("Immagine")]
    [InlineData("afbeelding")]
    public void Decide_AddressesOfPictures_AreThePicture(string key)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            archive.Write($"{at}.yml", $"title: Kite {at}\n{key}: https://pictures.example.org/{at}\nplan: We fly kite {at}.\n");
        }

        var first = archive.Run().Index.Added.Single(static kite => kite.Id == "0");
        Assert.Equal("https://pictures.example.org/0", first.Image);
        Assert.Empty(first.Links);
    }
}
