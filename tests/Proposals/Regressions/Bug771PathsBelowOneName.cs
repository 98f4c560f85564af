using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Of references such as <c>themes/water</c> each value had the name of the list before it.</summary>
public sealed class Bug771PathsBelowOneName
{
    [Fact]
    public void Decide_NamesBelowOne_AreValuesByTheirLastPart()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 20; at++)
        {
            var (team, kind) = at % 2 == 1 ? ("north", "kites/boxes") : ("south", "birds/owls");
            archive.Write($"{at:00}.yml", $"title: Kite {at}\nteam: teams/{team}\nkind: {kind}\nplan: We fly kite {at}.\n");
        }

        var first = archive.Run().Index.Added.Single(static kite => kite.Id == "00");
        Assert.Equal(["south"], first.Facets["team"]);
        Assert.Equal(["birds/owls"], first.Facets["kind"]);
    }
}
