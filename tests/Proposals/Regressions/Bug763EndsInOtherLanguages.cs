using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Dates of an end in other languages than English gave the year although a beginning stood beside them.</summary>
public sealed class Bug763EndsInOtherLanguages
{
    [Theory]
    [InlineData("Fecha de cierre", "Fecha de inicio")]
    [InlineData("Date limite", "Date de début")]
    [InlineData("Einsendeschluss", "Projektstart")]
    [InlineData("Data di scadenza", "Data di inizio")]
    [InlineData("Prazo", "Data de início")]
    public void Decide_ABeginningBesideAnEnd_GivesTheYear(string end, string begin)
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 6; at++)
        {
            archive.Write($"{at}.json", $$"""{"title": "Kite {{at}}", "{{end}}": "2018-02-0{{at}}", "{{begin}}": "2017-02-0{{at}}"}""");
        }

        Assert.All(archive.Run().Index.Added, static proposal => Assert.Equal(2017, proposal.Year));
    }
}
