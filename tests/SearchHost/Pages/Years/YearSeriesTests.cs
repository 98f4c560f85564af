using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Pages.Years;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Years;

public sealed class YearSeriesTests
{
    [Fact]
    public void Of_YearsWithGaps_HasEachYearInOrder()
    {
        var series = YearSeries.Of(Years("2016: 3, 2013: 5, 2014: 0"), Years("2016: 1"));

        Assert.Equal("2013 0/5, 2014 0/0, 2015 0/0, 2016 1/3", Text(series));
        Assert.Equal(5, series.Most);
    }

    [Theory]
    [InlineData("2000: 1, 2039: 1", 40, "2000", "2039")]
    [InlineData("2000: 1, 2040: 1", 9, "2000..2004", "2040..2044")]
    [InlineData("1903: 2, 1904: 1, 2020: 1", 25, "1900..1904", "2020..2024")]
    [InlineData("-44: 1, 2020: 1", 22, "-100..-1", "2000..2099")]
    [InlineData("202: 1, 2020: 1", 37, "200..249", "2000..2049")]
    [InlineData("-9999: 1, 9999: 1", 40, "-10000..-9501", "9500..9999")]
    public void Of_ManyYears_PutsSeveralIntoABar(string of, int bars, string first, string last)
    {
        var series = YearSeries.Of(Years(of));

        Assert.InRange(series.Spans.Count, 1, YearSeries.MostBars + 1);
        Assert.Equal((bars, first, last), (series.Spans.Count, series.Spans[0].Value, series.Spans[^1].Value));
        Assert.Equal(Years(of).Values.Sum(), series.Spans.Sum(span => span.Count));
    }

    [Fact]
    public void Of_NoYear_IsNotShown()
    {
        Assert.False(YearSeries.Of(Years("")).IsShown);
        Assert.False(YearSeries.Of(Years("2015: 3")).IsShown);
        Assert.False(YearSeries.Of(Years("2015: 3, -2147483648: 1, 2147483647: 1")).IsShown);
    }

    [Theory]
    [InlineData("2014", "", null, null, "2014")]
    [InlineData("", "2014", null, null, "2013 2015 2016")]
    [InlineData("", "", 2014L, null, "2014 2015 2016")]
    [InlineData("", "", null, 2014L, "2013 2014")]
    [InlineData("~missing", "", null, null, "")]
    [InlineData("", "~missing", null, null, "2013 2014 2015 2016")]
    public void Of_AFilter_TellsWhichYearsPass(string included, string excluded, long? from, long? to, string passing)
    {
        var filter = new FacetFilter("year")
        {
            Include = included.Length == 0 ? [] : [included],
            Exclude = excluded.Length == 0 ? [] : [excluded],
            Range = (from ?? to) is null ? null : new NumberRange(from, to),
        };
        var series = YearSeries.Of(Years("2013: 5, 2016: 3"), filter: filter);

        Assert.Equal(passing, string.Join(' ', series.Spans.Where(span => span.Passes).Select(span => span.Label)));
    }

    private static string Text(YearSeries series) =>
        string.Join(", ", series.Spans.Select(span => FormattableString.Invariant($"{span.Label} {span.Count}/{span.Of}")));

    private static Dictionary<int, long> Years(string text) =>
        text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(": ")).ToDictionary(
            pair => int.Parse(pair[0], CultureInfo.InvariantCulture), pair => long.Parse(pair[1], CultureInfo.InvariantCulture));
}
