using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Months and days with years of two digits gave no year, and were thrown away as codes.</summary>
public sealed class Bug223DatesAsPeopleWriteThem
{
    [Theory]
    [InlineData("Date of decision", "0{0}/2017")]
    [InlineData("Date of decision", "{0}.2017")]
    [InlineData("Date of decision", "2017-0{0}")]
    [InlineData("Date of decision", "1{0}-Mar-17")]
    [InlineData("Submitted", "0{0}/28/17")]
    [InlineData("Submitted", "28/0{0}/17")]
    [InlineData("Datum", "1{0}. März 2017")]
    [InlineData("Fecha", "1{0} de marzo de 2017")]
    [InlineData("Date", "1{0} października 2017")]
    [InlineData("Date", "1{0} марта 2017 г.")]
    [InlineData("Created", "Nov 2017")]
    [InlineData("Created", "Q{0} 2017")]
    [InlineData("Fiscal year", "FY2017")]
    public void Decide_Dates_GiveTheYearAndAreShown(string key, string form)
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 4; at++)
        {
            var date = form.Replace("{0}", $"{at}", StringComparison.Ordinal);
            archive.Write($"{at}.yml", $"title: Kite {at}\n{key}: {date}\nplan: We fly kite {at}.\n");
        }

        var first = archive.Run().Index.Added[0];
        Assert.Equal(2017, first.Year);
        Assert.Contains(first.Answers, answer => answer.Question == Wording.Label(key) && answer.QuestionId is null);
    }

    [Theory]
    [InlineData("Ended", "Started")]
    [InlineData("Closes", "Opened")]
    [InlineData("Completed", "Begin")]
    public void Decide_ABeginningBesideAnEnd_GivesTheYear(string end, string begin)
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 4; at++)
        {
            archive.Write($"{at}.json", $$"""{"title": "Kite {{at}}", "{{end}}": "2018-02-0{{at}}", "{{begin}}": "2017-02-0{{at}}"}""");
        }

        Assert.All(archive.Run().Index.Added, static proposal => Assert.Equal(2017, proposal.Year));
    }

    [Theory]
    [InlineData("scale", "11.2017")]
    [InlineData("ratio", "1/20/17")]
    public void Decide_NumbersUnderAnotherName_AreNoDates(string key, string value)
        => Assert.Null(TemporaryArchive.Of("a.yml", $"title: Kite\n{key}: {value}\n").Year);
}
