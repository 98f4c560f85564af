using System.Globalization;
using ProposalSearch.Search.Counting;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Trends;

/// <summary>What a page of trends is made from.</summary>
/// <param name="Frame">What all pages share.</param>
/// <param name="Search">The filters that all queries have; its text does not matter.</param>
/// <param name="Lines">The queries with their counts.</param>
/// <param name="TooMany">How many further queries were left out.</param>
internal sealed record TrendView(PageFrame Frame, SearchQuery Search, IReadOnlyList<TrendLine> Lines, int TooMany)
{
    /// <summary>What the page says.</summary>
    public Words Words => Frame.Words;

    /// <summary>Searches to try, where nothing was asked.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The filters, as an address below the root.</summary>
    public SearchAddress Filters { get; } = SearchAddress.OfPage(Frame.Root, Search).Without("q");

    /// <summary>The years of which there are proposals, the earliest first.</summary>
    public IReadOnlyList<int> Years { get; } =
        [.. Lines.SelectMany(static line => line.Trend.Years).Select(static year => year.Year).Distinct().Order()];

    /// <summary>All proposals of a year.</summary>
    public long Of(int year) => Lines.Select(line => line.In(year)?.Of ?? 0).DefaultIfEmpty().Max();

    /// <summary>The address of the search that a line counts.</summary>
    public SearchAddress SearchOf(TrendLine line) => Filters.With("q", line.Text);

    /// <summary>The same numbers at another path.</summary>
    public SearchAddress At(string path) => Lines.Aggregate(Filters.At(path), static (address, line) => address.With("q", line.Text));

    /// <summary>A year as it is written.</summary>
    public static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A query with its counts.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Trend">Its counts by year.</param>
internal sealed record TrendLine(string Text, Trend Trend)
{
    /// <summary>What was counted of a year, or <see langword="null"/> where it has no proposals.</summary>
    public TrendYear? In(int year) => Trend.Years.FirstOrDefault(one => one.Year == year);
}
