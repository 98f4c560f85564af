using System.Globalization;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Pages.Years;

/// <summary>
/// How many proposals are of which year, from the first year to the last: years of which there is none have their place too. Where there
/// are too many years for a bar each, several share one.
/// </summary>
/// <param name="Spans">The years, in order and without a gap.</param>
internal sealed record YearSeries(IReadOnlyList<YearSpan> Spans)
{
    /// <summary>The facet that is shown.</summary>
    public const string Field = "year";

    /// <summary>Bars at most.</summary>
    public const int MostBars = 40;

    // Numbers beyond are no years, and those beside them are hardly.
    private const int LatestYear = 9_999;

    /// <summary>No years.</summary>
    public static YearSeries None { get; } = new([]);

    /// <summary>Whether there is anything to compare.</summary>
    public bool IsShown => Spans.Count > 1;

    /// <summary>The greatest number of proposals that a bar stands for, 1 or more.</summary>
    public long Most { get; } = Math.Max(1, Spans.Count == 0 ? 0 : Spans.Max(static span => Math.Max(span.Count, span.Of)));

    /// <summary>Makes a series.</summary>
    /// <param name="of">All proposals of each year.</param>
    /// <param name="counts">Those that were found; <see langword="null"/> for all.</param>
    /// <param name="filter">The filter on the year, or <see langword="null"/>.</param>
    public static YearSeries Of(
        IReadOnlyDictionary<int, long> of, IReadOnlyDictionary<int, long>? counts = null, FacetFilter? filter = null)
    {
        if (of.Count == 0 || of.Keys.Any(static year => Math.Abs((long)year) > LatestYear))
        {
            return None;
        }

        var (first, last) = (of.Keys.Min(), of.Keys.Max());
        var step = StepOf(last - first + 1);
        var start = (int)Math.Floor(first / (double)step) * step;
        var bars = ((last - start) / step) + 1;
        return new YearSeries([.. Enumerable.Range(0, bars).Select(at => Span(start + (at * step), step, of, counts ?? of, filter))]);
    }

    /// <summary>Counts of a facet by year; values that are no year are passed over.</summary>
    public static Dictionary<int, long> Counts(FacetResult facet)
    {
        var counts = new Dictionary<int, long>();
        foreach (var value in facet.Values)
        {
            if (int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year))
            {
                counts[year] = value.Count;
            }
        }

        return counts;
    }

    private static int StepOf(int years)
    {
        var step = 1;
        for (var at = 0; years > step * MostBars; at++)
        {
            step *= at % 2 == 0 ? 5 : 2;
        }

        return step;
    }

    private static YearSpan Span(
        int from, int step, IReadOnlyDictionary<int, long> of, IReadOnlyDictionary<int, long> counts, FacetFilter? filter)
    {
        var to = from + step - 1;
        return new YearSpan(from, to, Sum(counts), Sum(of), filter is null || Passes(filter, from, to));

        long Sum(IReadOnlyDictionary<int, long> numbers) => step == 1 ? numbers.GetValueOrDefault(from)
            : numbers.Where(pair => pair.Key >= from && pair.Key <= to).Sum(static pair => pair.Value);
    }

    /// <summary>Whether a filter lets any of the years pass.</summary>
    private static bool Passes(FacetFilter filter, int from, int to)
    {
        if (filter.Range is { } range && !(range.From > to) && !(range.To < from))
        {
            return true;
        }

        var isOpen = filter.Include.Count == 0 && filter.Range is null;
        return isOpen ? from != to || !Names(filter.Exclude) : Names(filter.Include);

        bool Names(IReadOnlyList<string> values) => values.Any(value =>
            int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) && year >= from && year <= to);
    }
}

/// <summary>A year, or several that share a bar.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
/// <param name="Count">Proposals that were found.</param>
/// <param name="Of">All proposals.</param>
/// <param name="Passes">Whether the filter on the year lets any of them pass; true where there is none.</param>
internal sealed record YearSpan(int From, int To, long Count, long Of, bool Passes)
{
    /// <summary>As filters have it: a year, or a range.</summary>
    public string Value => From == To ? Invariant($"{From}") : Invariant($"{From}..{To}");

    /// <summary>As people have it.</summary>
    public string Label => From == To ? Invariant($"{From}") : Invariant($"{From}–{To}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
