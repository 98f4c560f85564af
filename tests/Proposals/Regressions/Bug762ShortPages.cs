using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A page with a heading and a few words beside a table of proposals was left out as if it were a measurement.</summary>
public sealed class Bug762ShortPages
{
    [Theory]
    [InlineData("lamp.html", "<h1>Lamp</h1><p>We light lamps.</p>")]
    [InlineData("lamp.md", "# Lamp\n\nWe light lamps.\n")]
    public void Run_APageOfAFewWordsBesideATable_IsAProposal(string name, string text)
    {
        using var archive = new TemporaryArchive()
            .Write("kites.csv", "Title,Plan\nRed kite,We fly it over the old harbor\nBlue kite,We fly it over the long beach\n")
            .Write(name, text);

        Assert.Equal(
            ["Blue kite", "Lamp", "Red kite"],
            archive.Run().Index.Added.Select(static one => one.Title).Order(StringComparer.Ordinal));
    }
}
