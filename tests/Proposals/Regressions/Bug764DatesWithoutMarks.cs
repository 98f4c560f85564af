using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Dates such as 20170304 were amounts to filter by, and gave no year.</summary>
public sealed class Bug764DatesWithoutMarks
{
    [Fact]
    public void Decide_DatesWithoutMarksUnderTheNameOfOne_GiveYearAndDay()
    {
        using var archive = new TemporaryArchive();
        for (var at = 1; at <= 6; at++)
        {
            archive.Write($"{at}.yml", $"title: Kite {at}\nsubmitted: 2017030{at}\nplan: We fly kite {at}.\n");
        }

        var first = archive.Run().Index.Added.Single(static kite => kite.Id == "1");
        Assert.Equal((2017, new DateOnly(2017, 3, 1)), (first.Year, first.Day));
        Assert.DoesNotContain("submitted", first.Facets.Keys);
    }

    [Theory]
    [InlineData("20171304")]
    [InlineData("20170230")]
    [InlineData("12345678")]
    public void Map_DigitsThatAreNoDay_AreNoDay(string digits)
        => Assert.Null(TemporaryArchive.Of("a.yml", $"title: Kite\nsubmitted: {digits}\nplan: We fly it.\n").Day);
}
