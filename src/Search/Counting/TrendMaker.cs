using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Counting;

/// <summary>Counts the matches of a request by year, and what they are a part of. One for each request.</summary>
internal sealed class TrendMaker
{
    /// <summary>The facet that is counted.</summary>
    public const string Field = ProposalDocument.YearField;

    private readonly SearchRequest _request;
    private readonly Finder _finder;

    /// <summary>The trend of a request.</summary>
    public TrendMaker(OpenedIndex index, SearchRequest request, CancellationToken cancellation)
    {
        _request = request;
        _finder = new Finder(index, index.Begin(index.LimitOf(request.TimeBudget, cancellation)), cancellation);
    }

    /// <summary>Counts.</summary>
    public async ValueTask<Trend> MakeAsync()
    {
        var found = await _finder.FindAsync(_request, after: null, top: 0).ConfigureAwait(false);
        var all = await _finder.FindAsync(_request with { Text = "" }, after: null, top: 0).ConfigureAwait(false);
        var counts = found.Result.Facets[0].Values.ToDictionary(StringComparer.Ordinal);
        return new Trend
        {
            Query = found.Interpretation,
            Total = found.Result.Total,
            Missing = found.Result.Facets[0].Missing,
            Years = [.. Years(all.Result.Facets[0], counts).OrderBy(static year => year.Year)],
            Warnings = found.Warnings,
        };
    }

    private IEnumerable<TrendYear> Years(ColumnCounts all, Dictionary<string, long> counts)
    {
        var filter = _request.Filters.FirstOrDefault(static filter => filter.Field == Field);
        foreach (var (value, of) in all.Values)
        {
            var isYear = Numbers.TryRead(value, out var year) && year is >= int.MinValue and <= int.MaxValue;
            if (isYear && of > 0 && Passes(filter, value, year))
            {
                yield return new TrendYear((int)year, counts.GetValueOrDefault(value), of);
            }
        }
    }

    /// <summary>Counts of a facet do not heed the filter on its own field, but nobody asks for the trend of other years.</summary>
    private static bool Passes(FacetFilter? filter, string value, long year) =>
        filter is null
        || (!filter.Exclude.Contains(value, StringComparer.Ordinal)
            && (filter.Include.Count == 0 || filter.Include.Contains(value, StringComparer.Ordinal))
            && !(filter.Range is { } range && (year < range.From || year > range.To)));
}
