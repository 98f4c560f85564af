using System.Globalization;
using ProposalSearch.Proposals.Mapping;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("2019-03-14", "2019-03-14")]
    [InlineData("2019/3/4 10:22", "2019-03-04")]
    [InlineData("2019-03-14T10:22:05Z", "2019-03-14")]
    [InlineData("3/14/2019", "2019-03-14")]
    [InlineData("14/3/2019", "2019-03-14")]
    [InlineData("4/4/2019", "2019-04-04")]
    [InlineData("3/4/2019", null)]
    [InlineData("04.03.2019", "2019-03-04")]
    [InlineData("14-Mar-2019", "2019-03-14")]
    [InlineData("March 14, 2019", "2019-03-14")]
    [InlineData("March 14th, 2019", "2019-03-14")]
    [InlineData("14 de marzo de 2019", "2019-03-14")]
    [InlineData("14 f\u00e9vrier 2019", "2019-02-14")]
    [InlineData("1. Juli 2019", "2019-07-01")]
    [InlineData("1 juin 2019", "2019-06-01")]
    [InlineData("1 juillet 2019", "2019-07-01")]
    [InlineData("1 ao\u00fbt 2019", "2019-08-01")]
    [InlineData("1552559000", "2019-03-14")]
    [InlineData("1552559000000", "2019-03-14")]
    [InlineData("2019-02-30", null)]
    [InlineData("13/13/2019", null)]
    [InlineData("2019", null)]
    [InlineData("spring 2019", null)]
    [InlineData("", null)]
    public void Of_AText_IsTheDayThatItSays(string text, string? day)
        => Assert.Equal(day, DayText.Of(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
