using System.Globalization;

namespace ProposalSearch.Search.Answering;

/// <summary>What of a request decides which proposals match, as texts to be compared.</summary>
internal static class RequestParts
{
    /// <summary>The parts: equal for requests that are equal in this.</summary>
    public static IEnumerable<string> Of(SearchRequest request) =>
    [
        request.Text, request.Match.ToString(), request.Exact ? "exact" : "", .. List(request.In),
        .. request.Filters.OrderBy(filter => filter.Field, StringComparer.Ordinal).SelectMany(filter => (IEnumerable<string>)
        [
            filter.Field, .. List(filter.Include), .. List(filter.Exclude), string.Create(
                CultureInfo.InvariantCulture, $"{filter.Range?.From}..{filter.Range?.To}"),
        ]),
    ];

    private static IEnumerable<string> List(IReadOnlyList<string> values) =>
        [values.Count.ToString(CultureInfo.InvariantCulture), .. values];
}
