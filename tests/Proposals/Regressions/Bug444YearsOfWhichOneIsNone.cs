using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>One text among the values of a key that is named as years are, and no proposal of the archive had a year.</summary>
public sealed class Bug444YearsOfWhichOneIsNone
{
    [Theory]
    [InlineData("Fiscal Year", "2019", "FY2021", "2022", "to be agreed")]
    [InlineData("Date Received", "3/4/2019", "12/31/2021", "5/17/2022", "soon")]
    public void Year_OfAKeyWithAnotherText_IsThatOfTheOthers(string key, params string[] values)
    {
        var rows = values.Select(static (value, at) => $"Kite {at} of town,{value}\n");
        using var archive = new TemporaryArchive().Write("a.csv", $"Title,{key}\n" + string.Concat(rows));

        var added = archive.Run().Index.Added;

        Assert.Equal([2019, 2021, 2022, null], added.Select(static one => one.Year));
        Assert.Contains(added[3].Answers, answer => answer.Text == values[3]);
    }
}
