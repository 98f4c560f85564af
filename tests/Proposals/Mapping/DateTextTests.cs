using ProposalSearch.Proposals.Mapping;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2019-03-14")]
    [InlineData("2019-03-14T10:22:33.123Z")]
    [InlineData("2023-10-16 08:00:00-04:00")]
    [InlineData("2018/3/4")]
    [InlineData("3/14/2022 10:22:33")]
    [InlineData("14.03.2019")]
    [InlineData("14-Mar-2019")]
    [InlineData("March 14, 2019")]
    [InlineData("Sept. 4, 2019")]
    [InlineData("14th of May 2019")]
    [InlineData("14 février 2019")]
    [InlineData("14 de marzo de 2019")]
    [InlineData("Thu, 14 Mar 2019 10:22:33 +0000")]
    public void IsDate_Days_Are(string text)
    {
        Assert.True(DateText.IsDate(text));
        Assert.InRange(Years.In(text)!.Value, 2018, 2023);
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("12/05/19")]
    [InlineData("14 Foobar 2019")]
    [InlineData("2019-03-14 was a good day")]
    [InlineData("1234-56-78")]
    [InlineData("555-123-2019")]
    [InlineData("2019-03/14")]
    [InlineData("")]
    public void IsDate_OtherTexts_AreNot(string text) => Assert.False(DateText.IsDate(text));
}
