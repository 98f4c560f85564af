using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Of <c>03/04/18</c> nobody knew which number is the day, though other dates of the column say so; with years of two digits no day was
/// kept at all, and so nothing could be sorted by it. Names of months gave a day in seven languages, and a year in thirty.
/// </summary>
public sealed class Bug303DaysThatTheirColumnTells
{
    [Theory]
    [InlineData("Submitted", "03/04/18", "13/01/18", "2018-04-03")]
    [InlineData("Submitted", "03/04/18", "01/13/18", "2018-03-04")]
    [InlineData("Submitted", "3/4/2018", "13/1/2018", "2018-04-03")]
    [InlineData("Submitted", "3-4-2018 09:30", "1-13-2018 10:00", "2018-03-04")]
    [InlineData("Submitted", "03.04.18", "01.02.18", "2018-04-03")]
    [InlineData("Submitted", "03/04/18", "05/06/18", null)]
    [InlineData("year_submitted", "03/04/18", "13/01/18", "2018-04-03")]
    [InlineData("Date", "3-Apr-18", "13-Jan-18", "2018-04-03")]
    [InlineData("Date", "3 kwietnia 2018", "13 stycznia 2018", "2018-04-03")]
    [InlineData("Date", "3 июля 2018 г.", "13 июня 2018 г.", "2018-07-03")]
    [InlineData("Date", "3 marraskuuta 2018", "13 maaliskuuta 2018", "2018-11-03")]
    [InlineData("Date", "2018年4月3日", "2018年1月13日", "2018-04-03")]
    public void Run_ADateThatMayBeTwoDays_IsWhatItsColumnTells(string key, string date, string other, string? day)
    {
        using var archive = new TemporaryArchive()
            .Write("a.yml", $"title: Kite\n{key}: {date}\nplan: We fly it.\n")
            .Write("b.yml", $"title: Boat\n{key}: {other}\nplan: We row it.\n")
            .Write("c.yml", $"title: Sled\n{key}: {other}\nplan: We pull it.\n");

        var proposal = archive.Run().Index.Added[0];

        Assert.Equal(2018, proposal.Year);
        Assert.Equal(day, proposal.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Run_ASlipAmongManyDates_TurnsNoneAround()
    {
        using var archive = new TemporaryArchive();
        for (var at = 10; at < 30; at++)
        {
            var date = at == 10 ? "01/13/18" : at == 11 ? "03/04/18" : $"{at}/01/18";
            archive.Write($"{at}.yml", $"title: Kite {at}\nSubmitted: {date}\n");
        }

        Assert.Equal(new DateOnly(2018, 4, 3), archive.Run().Index.Added[1].Day);
    }
}
