using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Two addresses in a field of a table were a text, and no links.</summary>
public sealed class Bug775SeveralAddressesInAValue
{
    [Theory]
    [InlineData("; ")]
    [InlineData(" ")]
    [InlineData("\n")]
    public void Decide_SeveralAddresses_AreLinks(string between)
    {
        using var archive = new TemporaryArchive();
        var rows = Enumerable.Range(0, 6).Select(
            at => $"Kite {at},\"https://x.example.org/{at}/a{between}https://x.example.org/{at}/b\",We fly kite {at} in the wind\n");
        archive.Write("kites.csv", $"Title,Papers,Plan\n{string.Concat(rows)}");

        var first = archive.Run().Index.Added.Single(static kite => kite.Title == "Kite 0");
        Assert.Equal(
            [("Papers", "https://x.example.org/0/a"), ("Papers", "https://x.example.org/0/b")],
            first.Links.Select(static link => (link.Label, link.Url)));
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.Contains("https", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_SeveralPictures_AreThePictureFirst()
        => Assert.Equal(
            "https://x.example.org/a",
            TemporaryArchive.Of("a.yml", "title: Kite\nimage: https://x.example.org/a https://x.example.org/b\nplan: We fly it.\n").Image);
}
