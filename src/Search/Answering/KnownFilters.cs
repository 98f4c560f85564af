using System.Collections.Concurrent;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// The filters that were suggested for requests to one opened index, so that they are counted once for all pages and orders of a query.
/// Thread-safe.
/// </summary>
internal sealed class KnownFilters
{
    /// <summary>Requests kept; when there are more, all are forgotten.</summary>
    private const int Most = 1_000;

    /// <summary>A longer request is not kept, in UTF-16 units.</summary>
    private const int MostLength = 500;

    private readonly ConcurrentDictionary<string, IReadOnlyList<SuggestedFilter>> _known = new(StringComparer.Ordinal);

    /// <summary>The filters of a request, made where they are not known.</summary>
    public async ValueTask<IReadOnlyList<SuggestedFilter>> OfAsync(
        SearchRequest request, Func<ValueTask<IReadOnlyList<SuggestedFilter>>> make)
    {
        var key = string.Concat(RequestParts.Of(request).Select(part => FormattableString.Invariant($"{part.Length} {part} ")));
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var made = await make().ConfigureAwait(false);
        if (key.Length <= MostLength)
        {
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[key] = made;
        }

        return made;
    }
}
