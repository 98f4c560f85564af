using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>References to other pages, <c>/organisations/parks</c>, were thrown away as names of files.</summary>
public sealed class Bug222PathsThatComeAgain
{
    [Fact]
    public void Decide_PathsThatComeAgain_AreValuesByTheirLastPart()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 20; at++)
        {
            var club = at % 2 == 0 ? "north" : "south-side";
            archive.Write($"{at:00}.yml", $"title: Kite {at}\nclub: /clubs/{club}/\nfile: /files/{at}.pdf\npage: /kites/{at}\n");
        }

        var (report, index) = archive.Run();
        Assert.Equal(["north"], index.Added[0].Facets["club"]);
        Assert.Equal(["south-side"], index.Added[1].Facets["club"]);
        Assert.All(
            report.InferredRoles.Where(static role => role.Key is "file" or "page"),
            static role => Assert.Equal("not searched", role.Role));
    }
}
