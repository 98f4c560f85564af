using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class YearsTests
{
    [Theory]
    [InlineData("2016", 2016)]
    [InlineData("Fall 2019/20", 2019)]
    [InlineData("2013-05-01", 2013)]
    [InlineData("id 12345 of 1999", 1999)]
    [InlineData("1488500000", 2017)]
    [InlineData("1488500000000", 2017)]
    [InlineData("9488500000", null)]
    [InlineData("20160", null)]
    [InlineData("3016", null)]
    [InlineData("", null)]
    public void In_Texts_IsTheFirstYear(string text, int? year) => Assert.Equal(year, Years.In(text));

    [Theory]
    [InlineData("2015/a.md", 2015)]
    [InlineData("2013/x/2015/y/a.md", 2015)]
    [InlineData("x2015/a.md", null)]
    [InlineData("_posts/2017-03-04-title.md", 2017)]
    [InlineData("2017.md", null)]
    public void InPath_Paths_TellTheYear(string path, int? year) => Assert.Equal(year, Years.InPath(path));
}
