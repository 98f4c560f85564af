using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Rounds such as "Spring 2018" gave no year, and nor did seasons and quarters in other languages.</summary>
public sealed class Bug765RoundsAndSeasons
{
    [Theory]
    [InlineData("Round", "Spring 2018")]
    [InlineData("Funding cycle", "2018 Fall")]
    [InlineData("Antragsdatum", "Herbst 2018")]
    [InlineData("Bewilligt am", "{0}. Quartal 2018")]
    [InlineData("Fecha", "primavera de 2018")]
    [InlineData("Date", "{0}e trimestre 2018")]
    [InlineData("Convocatoria", "2018")]
    [InlineData("Semester", "WS 2018/19")]
    public void Decide_WhenItWasProposed_GivesTheYear(string key, string form)
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 6; at++)
        {
            var when = form.Replace("{0}", $"{(at % 4) + 1}", StringComparison.Ordinal);
            archive.Write($"{at}.yml", $"title: Kite {at}\n{key}: {when}\nplan: We fly kite {at}.\n");
        }

        Assert.All(archive.Run().Index.Added, static kite => Assert.Equal(2018, kite.Year));
    }

    [Fact]
    public void Decide_SeveralRoundsOfAYear_AreFilteredByToo()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 12; at++)
        {
            var season = at % 2 == 0 ? "Spring" : "Fall";
            archive.Write($"{at}.yml", $"title: Kite {at}\nround: {season} {2018 + (at / 6)}\nplan: We fly kite {at}.\n");
        }

        var last = archive.Run().Index.Added.Single(static kite => kite.Id == "11");
        Assert.Equal(2019, last.Year);
        Assert.Equal(["Fall 2019"], last.Facets["round"]);
    }

    [Theory]
    [InlineData("round", "3")]
    [InlineData("call", "Call me in spring 2018")]
    public void Decide_OtherRounds_GiveNone(string key, string value)
        => Assert.Null(TemporaryArchive.Of("a.yml", $"title: Kite\n{key}: {value}\nplan: We fly it.\n").Year);
}
