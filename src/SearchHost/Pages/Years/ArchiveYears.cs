using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages.Years;

/// <summary>How many proposals the whole archive has of each year; counted once for each index.</summary>
internal static class ArchiveYears
{
    /// <summary>The counts; empty where the archive has no years.</summary>
    public static ValueTask<IReadOnlyDictionary<int, long>> OfAsync(IndexSnapshot snapshot, CancellationToken cancellation) =>
        snapshot.YearCountsAsync(CountAsync, cancellation);

    private static async ValueTask<IReadOnlyDictionary<int, long>> CountAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        if (!snapshot.Facets.ContainsKey(YearSeries.Field))
        {
            return new Dictionary<int, long>();
        }

        var years = await snapshot.Index
            .FacetValuesAsync(YearSeries.Field, "", int.MaxValue, new SearchRequest(), cancellation: cancellation)
            .ConfigureAwait(false);
        return YearSeries.Counts(years);
    }
}
