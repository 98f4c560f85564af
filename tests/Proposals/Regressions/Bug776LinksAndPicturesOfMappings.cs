using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Links in a mapping were called <c>Links › Website</c>, and a picture with its address below it was a link.</summary>
public sealed class Bug776LinksAndPicturesOfMappings
{
    [Fact]
    public void Map_LinksByName_AreCalledByTheirOwnKeys()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            archive.Write(
                $"{at}.yml",
                $"title: Kite {at}\nlinks:\n  homepage: https://x.example.org/{at}\n  source: https://y.example.org/{at}\n"
                    + $"image:\n  url: https://z.example.org/{at}\n  alt: A kite\n"
                    + $"bild:\n  src: https://z.example.org/{at}/b\nplan: We fly.\n");
        }

        var first = archive.Run().Index.Added.Single(static kite => kite.Id == "0");
        Assert.Equal(["Homepage", "Source"], first.Links.Select(static link => link.Label));
        Assert.Equal("https://z.example.org/0", first.Image);
    }
}
